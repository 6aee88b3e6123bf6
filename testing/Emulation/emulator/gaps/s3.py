import json
from fnmatch import fnmatchcase
from types import SimpleNamespace

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response


def close():
    judge_by_conditions()
    let_logs_beside_a_denial()
    return_what_was_put()
    keep_metrics_configurations()


def judge_by_conditions():
    """A statement of a bucket policy applies if its conditions hold (PutBucketPolicy). moto ignores the conditions."""

    def get_permission(self, action, resource):
        statements = [statement for statement in statements_of(self) if holds(statement)]
        policy = {"policy_document": json.dumps({"Statement": statements})}
        return IAMPolicy(policy).is_action_permitted(action, resource) if statements else PermissionResult.NEUTRAL

    FakeBucket.get_permission = get_permission


def holds(statement):
    """For a request over TLS, as all are to AWS. The values of other condition keys are unknown."""
    known = {"aws:securetransport": "true"}
    return all(
        condition_holds(operator, known.get(key.lower()), [str(value) for value in listed(values)])
        for operator, keys in statement.get("Condition", {}).items()
        for key, values in keys.items()
    )


def condition_holds(operator, actual, wanted):
    if operator == "Null":
        return (actual is None) == (wanted[0].lower() == "true")
    if actual is None:
        return "Not" in operator or operator.endswith("IfExists")
    return any(fnmatchcase(actual, value.lower()) for value in wanted) != ("Not" in operator)


def let_logs_beside_a_denial():
    """PutBucketLogging needs a statement that allows the service to put objects. moto fails if another statement is about everyone."""
    original = FakeBucket._log_permissions_enabled_policy

    def enabled(target_bucket, target_prefix):
        statements = [one for one in statements_of(target_bucket) if isinstance(one.get("Principal"), dict)]
        policy = json.dumps({"Statement": statements}).encode()
        return original(SimpleNamespace(policy=policy, name=target_bucket.name, partition=target_bucket.partition), target_prefix)

    FakeBucket._log_permissions_enabled_policy = staticmethod(enabled)


def return_what_was_put():
    """GetBucketReplication and GetBucketNotificationConfiguration return what was put. moto returns a part of it."""
    read_replication, read_notifications = S3Response._replication_config_from_xml, S3Response._notification_config_from_body
    notify, get_notification = FakeBucket.set_notification_configuration, S3Response.get_bucket_notification
    get_replication = S3Response.get_bucket_replication

    def replication_from(self, xml):
        return read_replication(self, xml) | {"Sent": xml}

    def get_bucket_replication(self):
        sent = (self.backend.get_bucket_replication(self.bucket_name) or {}).get("Sent")
        return (200, {}, sent) if sent else get_replication(self)

    def notifications_from(self):
        read = read_notifications(self)
        return read | {"Sent": self.body} if read else read

    def set_notification_configuration(self, configuration):
        notify(self, configuration)
        self.notification_sent = (configuration or {}).get("Sent")

    def get_bucket_notification(self):
        sent = getattr(self.backend.get_bucket(self.bucket_name), "notification_sent", None)
        return (200, {}, sent) if sent else get_notification(self)

    S3Response._replication_config_from_xml, S3Response.get_bucket_replication = replication_from, get_bucket_replication
    S3Response._notification_config_from_body, S3Response.get_bucket_notification = notifications_from, get_bucket_notification
    FakeBucket.set_notification_configuration = set_notification_configuration


def keep_metrics_configurations():
    """PutBucketMetricsConfiguration and its like take ?metrics. moto ignores it, and creates, lists or deletes the bucket."""
    answer = S3Response._bucket_response

    def bucket_response(self, request, full_url):
        query = self._get_querystring(request, full_url)
        if "metrics" not in query:
            return answer(self, request, full_url)
        bucket = self.backend.get_bucket(self.parse_bucket_name_from_url(request, full_url))
        kept = bucket.__dict__.setdefault("metrics_configurations", {})
        name = query["id"][0]
        if request.method == "PUT":
            kept[name] = self.body
            return 200, {}, ""
        if request.method == "DELETE":
            kept.pop(name, None)
            return 204, {}, ""
        if name in kept:
            return 200, {}, kept[name]
        return 404, {}, "<Error><Code>NoSuchConfiguration</Code><Message>The specified configuration does not exist.</Message></Error>"

    S3Response._bucket_response = bucket_response


def statements_of(bucket):
    return listed(json.loads(bucket.policy)["Statement"]) if bucket.policy else []


def listed(one_or_many):
    return one_or_many if isinstance(one_or_many, list) else [one_or_many]
