import json

from moto.sqs.models import Queue, SQSBackend


def close():
    write_redrive_policies_without_spaces()
    keep_who_may_redrive_here()
    leave_the_policy_alone()


def write_redrive_policies_without_spaces():
    """GetQueueAttributes returns a redrive policy as Terraform writes it, without spaces. moto adds some."""
    original = Queue.attributes.fget

    def attributes(self):
        result = original(self)
        if self.redrive_policy:
            result["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
        return result

    Queue.attributes = property(attributes)


def keep_who_may_redrive_here():
    """RedriveAllowPolicy is an attribute like others. moto takes it, but does not return it."""
    Queue.BASE_ATTRIBUTES = [*Queue.BASE_ATTRIBUTES, "RedriveAllowPolicy"]
    Queue.redrive_allow_policy = None


def leave_the_policy_alone():
    """SetQueueAttributes changes what it names. moto takes the policy away with every other attribute."""
    original = SQSBackend.set_queue_attributes

    def set_queue_attributes(self, queue_name, attributes):
        return original(self, queue_name, {"Policy": self.get_queue(queue_name).policy, **attributes})

    SQSBackend.set_queue_attributes = set_queue_attributes
