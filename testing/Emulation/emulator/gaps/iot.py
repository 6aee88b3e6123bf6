from urllib.parse import parse_qsl

from moto.core.responses import ActionResult, EmptyResult
from moto.iot.exceptions import ResourceNotFoundException
from moto.iot.models import FakePolicy, FakeRule, IoTBackend
from moto.iot.responses import IoTResponse


def close():
    tag_what_is_made()
    answer_calls_about_tags()


def tag_what_is_made():
    """CreateTopicRule takes tags in a header, CreatePolicy in its body, and ReplaceTopicRule keeps them. moto drops them."""
    create_rule, create_policy = IoTResponse.create_topic_rule, IoTResponse.create_policy
    replace_rule = IoTBackend.replace_topic_rule

    def create_topic_rule(self):
        result = create_rule(self)
        self.iot_backend.rules[self._get_param("ruleName")].tags = dict(parse_qsl(self.headers.get("x-amz-tagging", "")))
        return result

    def create_policy_with_tags(self):
        result = create_policy(self)
        self.iot_backend.policies[self._get_param("policyName")].tags = by_key(self._get_param("tags"))
        return result

    def replace_topic_rule(self, rule_name, **kwargs):
        tags = self.rules[rule_name].tags if rule_name in self.rules else {}
        replace_rule(self, rule_name, **kwargs)
        self.rules[rule_name].tags = tags

    IoTResponse.create_topic_rule, IoTResponse.create_policy = create_topic_rule, create_policy_with_tags
    IoTBackend.replace_topic_rule = replace_topic_rule
    FakeRule.tags = FakePolicy.tags = {}


def answer_calls_about_tags():
    """ListTagsForResource, TagResource and UntagResource take rules and policies. moto lacks them."""

    def list_tags_for_resource(self):
        return ActionResult({"tags": [{"Key": key, "Value": value} for key, value in resource(self).tags.items()]})

    def tag_resource(self):
        tagged = resource(self)
        tagged.tags = tagged.tags | by_key(self._get_param("tags"))
        return EmptyResult()

    def untag_resource(self):
        tagged = resource(self)
        tagged.tags = {key: value for key, value in tagged.tags.items() if key not in self._get_param("tagKeys")}
        return EmptyResult()

    IoTResponse.list_tags_for_resource = list_tags_for_resource
    IoTResponse.tag_resource, IoTResponse.untag_resource = tag_resource, untag_resource


def resource(call):
    backend, arn = call.iot_backend, call._get_param("resourceArn")
    for candidate in [*backend.rules.values(), *backend.policies.values()]:
        if candidate.arn == arn:
            return candidate
    raise ResourceNotFoundException(f"The resource {arn} does not exist")


def by_key(tags):
    return {tag["Key"]: tag.get("Value", "") for tag in tags or []}
