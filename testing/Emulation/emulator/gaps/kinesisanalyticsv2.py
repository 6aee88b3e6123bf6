import json
import time

from moto.core.exceptions import JsonRESTError
from moto.kinesisanalyticsv2.models import Application
from moto.kinesisanalyticsv2.responses import KinesisAnalyticsV2Response


def close():
    be_ready_at_once()
    describe_as_documented()
    delete_and_untag()


def be_ready_at_once():
    """CreateApplication makes an application that is READY: StartApplication starts it. moto starts it at once."""
    original = Application.__init__

    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.application_status = "READY"
        self.creation_date_time = self.last_updated_date_time = time.time()

    Application.__init__ = init


def describe_as_documented():
    """DescribeApplication returns a name and times in seconds, and omits missing values. moto returns texts and nulls."""
    create, describe = KinesisAnalyticsV2Response.create_application, KinesisAnalyticsV2Response.describe_application

    def documented(call, answer):
        name = call._get_param("ApplicationName")
        application = call.kinesisanalyticsv2_backend.applications[name]
        detail = json.loads(answer)["ApplicationDetail"] | {
            "ApplicationName": name,
            "ApplicationVersionCreateTimestamp": application.creation_date_time,
        }
        return json.dumps({"ApplicationDetail": {key: value for key, value in detail.items() if value is not None}})

    def create_application(self):
        return documented(self, create(self))

    def describe_application(self):
        known(self)
        return documented(self, describe(self))

    KinesisAnalyticsV2Response.create_application = create_application
    KinesisAnalyticsV2Response.describe_application = describe_application


def delete_and_untag():
    """DeleteApplication and UntagResource exist. moto lacks them."""

    def delete_application(self):
        application = known(self)
        self.kinesisanalyticsv2_backend.tagger.delete_all_tags_for_resource(application.application_arn)
        del self.kinesisanalyticsv2_backend.applications[self._get_param("ApplicationName")]
        return "{}"

    def untag_resource(self):
        self.kinesisanalyticsv2_backend.tagger.untag_resource_using_names(self._get_param("ResourceARN"), self._get_param("TagKeys"))
        return "{}"

    KinesisAnalyticsV2Response.delete_application = delete_application
    KinesisAnalyticsV2Response.untag_resource = untag_resource


def known(call):
    name = call._get_param("ApplicationName")
    if name not in call.kinesisanalyticsv2_backend.applications:
        raise JsonRESTError("ResourceNotFoundException", f"no application {name}")
    return call.kinesisanalyticsv2_backend.applications[name]
