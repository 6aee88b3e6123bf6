import base64

from moto.kinesis.responses import KinesisResponse


def close():
    keep_tags_of_create_stream()
    name_the_resource_of_a_call()


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
    """IAM judges a call by the ARN of its stream or consumer. moto judges it by `*`, which no policy of ours allows."""

    def determine_resource(self):
        arn = self._get_param("ConsumerARN") or self._get_param("StreamARN")
        name = self._get_param("StreamName") or stream_of_iterator(self._get_param("ShardIterator"))
        return arn or (f"arn:aws:kinesis:{self.region}:{self.current_account}:stream/{name}" if name else "*")

    def stream_of_iterator(iterator):
        return base64.b64decode(iterator).decode().split(":")[0] if iterator else None

    KinesisResponse._determine_resource = determine_resource
