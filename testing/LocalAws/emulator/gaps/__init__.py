"""Where moto answers otherwise than AWS documents, and Terraform would see a change that is none.

A file a service; each says what AWS does. They reach into moto's private parts, hence the check of its version.
"""

from . import awslambda, ec2, firehose, iot, kinesis, kinesisanalyticsv2, redshiftdata, s3, secretsmanager, sqs, stepfunctions
from .redshiftserverless import RedshiftServerless

SERVICES = [awslambda, ec2, firehose, iot, kinesis, kinesisanalyticsv2, redshiftdata, s3, secretsmanager, sqs, stepfunctions]


def close_all():
    for service in SERVICES:
        service.close()


def with_what_moto_lacks(application):
    return RedshiftServerless(application)
