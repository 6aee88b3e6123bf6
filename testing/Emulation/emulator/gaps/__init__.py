"""Where moto answers differently from what AWS documents, and Terraform would see a change where there is none.

There is a file for each service. The first sentence of each text says what AWS does: its source is the API reference of
the service, on the page of the operation that the text names (https://docs.aws.amazon.com/<service>/latest/APIReference).
The functions replace private parts of moto, hence the check of its version.
"""

from . import awslambda, ec2, firehose, iot, kinesis, kinesisanalyticsv2, redshiftdata, s3, secretsmanager, sqs, stepfunctions
from .redshiftserverless import RedshiftServerless

SERVICES = [awslambda, ec2, firehose, iot, kinesis, kinesisanalyticsv2, redshiftdata, s3, secretsmanager, sqs, stepfunctions]


def close_all():
    for service in SERVICES:
        service.close()


def with_what_moto_lacks(application):
    return RedshiftServerless(application)
