import time

from moto.redshiftdata.models import Statement


def close():
    finish_at_once()


def finish_at_once():
    """DescribeStatement returns FINISHED in the end, and times in seconds. moto never ends a statement, and returns texts."""
    original = Statement.__init__

    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.status = "FINISHED"
        self.created_at = self.updated_at = time.time()

    Statement.__init__ = init
