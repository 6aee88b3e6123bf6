from moto.core.responses import ActionResult, EmptyResult
from moto.firehose.responses import FirehoseResponse

OPENSEARCH = "Amazonopensearchservice"


def close():
    deliver_to_opensearch()


def deliver_to_opensearch():
    """A destination may be an OpenSearch domain, in the same words as Elasticsearch was. moto knows the latter only."""
    create, update = FirehoseResponse.create_delivery_stream, FirehoseResponse.update_destination

    def create_delivery_stream(self):
        destination = self._get_param(f"{OPENSEARCH}DestinationConfiguration")
        if not destination:
            return create(self)
        name = self._get_param("DeliveryStreamName")
        arn = self.firehose_backend.create_delivery_stream(
            region=self.region,
            delivery_stream_name=name,
            delivery_stream_type=self._get_param("DeliveryStreamType"),
            kinesis_stream_source_configuration=self._get_param("KinesisStreamSourceConfiguration"),
            delivery_stream_encryption_configuration_input=self._get_param("DeliveryStreamEncryptionConfigurationInput"),
            elasticsearch_destination_configuration=destination,
            **dict.fromkeys(OTHER_DESTINATIONS),
            tags=self._get_param("Tags"),
        )
        rename(self, name, "Elasticsearch", OPENSEARCH)
        return ActionResult({"DeliveryStreamARN": arn})

    def update_destination(self):
        change = self._get_param(f"{OPENSEARCH}DestinationUpdate")
        if not change:
            return update(self)
        name = self._get_param("DeliveryStreamName")
        rename(self, name, OPENSEARCH, "Elasticsearch")
        try:
            self.firehose_backend.update_destination(
                delivery_stream_name=name,
                current_delivery_stream_version_id=self._get_param("CurrentDeliveryStreamVersionId"),
                destination_id=self._get_param("DestinationId"),
                elasticsearch_destination_update=change,
                s3_backup_mode=None,
                **dict.fromkeys(OTHER_UPDATES),
            )
        finally:
            rename(self, name, "Elasticsearch", OPENSEARCH)
        return EmptyResult()

    FirehoseResponse.create_delivery_stream, FirehoseResponse.update_destination = create_delivery_stream, update_destination


OTHER_DESTINATIONS = [
    f"{kind}_destination_configuration" for kind in ("s3", "extended_s3", "redshift", "splunk", "http_endpoint", "snowflake")
]
OTHER_UPDATES = [
    *(f"{kind}_destination_update" for kind in ("s3", "extended_s3", "redshift", "splunk", "http_endpoint")),
    "snowflake_destination_configuration",
]


def rename(call, stream, old, new):
    destination = call.firehose_backend.delivery_streams[stream].destinations[0]
    if old in destination:
        destination[new] = destination.pop(old)
