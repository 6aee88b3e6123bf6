from moto.kinesis.responses import KinesisResponse


def close():
    keep_tags_of_create_stream()


def keep_tags_of_create_stream():
    """CreateStream takes Tags, and ListTagsForStream returns them. moto drops them."""
    original = KinesisResponse.create_stream

    def create_stream(self):
        result = original(self)
        if tags := self._get_param("Tags"):
            self.kinesis_backend.add_tags_to_stream(None, self._get_param("StreamName"), tags)
        return result

    KinesisResponse.create_stream = create_stream
