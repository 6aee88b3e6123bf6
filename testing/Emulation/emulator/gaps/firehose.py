from inspect import signature

from moto.core.responses import ActionResult, EmptyResult
from moto.ec2.models import ec2_backends
from moto.firehose.responses import FirehoseResponse

OPENSEARCH = "Amazonopensearchservice"
ELASTICSEARCH = "Elasticsearch"


def close():
    deliver_to_opensearch()


def deliver_to_opensearch():
    """CreateDeliveryStream and UpdateDestination take OpenSearch domains, described as Elasticsearch is. moto takes only the latter."""
    create, update = FirehoseResponse.create_delivery_stream, FirehoseResponse.update_destination

    def create_delivery_stream(self):
        destination = self._get_param(f"{OPENSEARCH}DestinationConfiguration")
        if not destination:
            return create(self)
        name = self._get_param("DeliveryStreamName")
        arn = call_with(
            self.firehose_backend.create_delivery_stream,
            region=self.region,
            delivery_stream_name=name,
            delivery_stream_type=self._get_param("DeliveryStreamType"),
            kinesis_stream_source_configuration=self._get_param("KinesisStreamSourceConfiguration"),
            delivery_stream_encryption_configuration_input=self._get_param("DeliveryStreamEncryptionConfigurationInput"),
            elasticsearch_destination_configuration=destination,
            tags=self._get_param("Tags"),
        )
        rename(self, name, ELASTICSEARCH, OPENSEARCH)
        if network := destination.get("VpcConfiguration"):
            description = self.firehose_backend.delivery_streams[name].destinations[0][OPENSEARCH]
            description["VpcConfigurationDescription"] = network | {"VpcId": vpc_of(self, network["SubnetIds"][0])}
        return ActionResult({"DeliveryStreamARN": arn})

    def update_destination(self):
        destination = self._get_param(f"{OPENSEARCH}DestinationUpdate")
        if not destination:
            return update(self)
        name = self._get_param("DeliveryStreamName")
        rename(self, name, OPENSEARCH, ELASTICSEARCH)
        try:
            call_with(
                self.firehose_backend.update_destination,
                delivery_stream_name=name,
                current_delivery_stream_version_id=self._get_param("CurrentDeliveryStreamVersionId"),
                destination_id=self._get_param("DestinationId"),
                elasticsearch_destination_update=destination,
            )
        finally:
            rename(self, name, ELASTICSEARCH, OPENSEARCH)
        return EmptyResult()

    FirehoseResponse.create_delivery_stream, FirehoseResponse.update_destination = create_delivery_stream, update_destination


def call_with(function, **arguments):
    """Passes None for every other parameter: each version of moto has more destinations."""
    return function(**dict.fromkeys(signature(function).parameters) | arguments)


def vpc_of(call, subnet):
    return ec2_backends[call.current_account][call.region].get_subnet(subnet).vpc_id


def rename(call, stream, old, new):
    destination = call.firehose_backend.delivery_streams[stream].destinations[0]
    if old in destination:
        destination[new] = destination.pop(old)
