"""Where moto answers otherwise than AWS documents, and Terraform would see a change that is none.

A file a service; each says what AWS does. They reach into moto's private parts, hence the check of its version.
"""

from . import iot, kinesis, sqs, stepfunctions

SERVICES = [iot, kinesis, sqs, stepfunctions]


def close_all():
    for service in SERVICES:
        service.close()
