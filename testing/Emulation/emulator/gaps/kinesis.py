import base64

from moto.kinesis.exceptions import ResourceNotFoundError
from moto.kinesis.models import KinesisBackend
from moto.kinesis.responses import KinesisResponse


def close():
    keep_tags_of_create_stream()
    name_the_resource_of_a_call()
    find_policies_of_consumers()


def keep_tags_of_create_stream():
    """CreateStream takes Tags, and ListTagsForStream returns them. moto drops them."""
    original = KinesisResponse.create_stream

    def create_stream(self):
        result = original(self)
        if tags := self._get_param("Tags"):
            self.kinesis_backend.add_tags_to_stream(None, self._get_param("StreamName"), tags)
        return result

    KinesisResponse.create_stream = create_stream


def name_the_resource_of_a_call():
    """IAM evaluates a call with the ARN of its stream or consumer as the resource. moto evaluates it with `*`."""

    def determine_resource(self):
        arn = self._get_param("ConsumerARN") or self._get_param("StreamARN")
        name = self._get_param("StreamName") or stream_of_iterator(self._get_param("ShardIterator"))
        return arn or (f"arn:aws:kinesis:{self.region}:{self.current_account}:stream/{name}" if name else "*")

    def stream_of_iterator(iterator):
        return base64.b64decode(iterator).decode().split(":")[0] if iterator else None

    KinesisResponse._determine_resource = determine_resource


def find_policies_of_consumers():
    """GetResourcePolicy and DeleteResourcePolicy take the ARN of a consumer. moto looks for a stream with that name."""
    get, delete = KinesisBackend.get_resource_policy, KinesisBackend.delete_resource_policy

    def policy(self, resource_arn):
        if resource_arn not in self.resource_policies:
            raise ResourceNotFoundError(message=f"No resource policy found for resource ARN {resource_arn}.")
        return self.resource_policies[resource_arn]

    def get_resource_policy(self, resource_arn):
        return policy(self, resource_arn) if "/consumer/" in resource_arn else get(self, resource_arn)

    def delete_resource_policy(self, resource_arn):
        if "/consumer/" not in resource_arn:
            return delete(self, resource_arn)
        policy(self, resource_arn)
        del self.resource_policies[resource_arn]

    KinesisBackend.get_resource_policy, KinesisBackend.delete_resource_policy = get_resource_policy, delete_resource_policy
