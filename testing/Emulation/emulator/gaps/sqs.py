import json

from moto.sqs.models import Queue, SQSBackend


def close():
    keep_who_may_redrive_here()
    write_redrive_policies_without_spaces()
    leave_the_policy_alone()


def keep_who_may_redrive_here():
    """GetQueueAttributes returns RedriveAllowPolicy until it is set to an empty text. moto never returns it."""
    Queue.BASE_ATTRIBUTES = [*Queue.BASE_ATTRIBUTES, "RedriveAllowPolicy"]
    Queue.redrive_allow_policy = None
    original = Queue.attributes.fget

    def attributes(self):
        result = original(self)
        if not result["RedriveAllowPolicy"]:
            del result["RedriveAllowPolicy"]
        return result

    Queue.attributes = property(attributes)


def write_redrive_policies_without_spaces():
    """GetQueueAttributes returns a redrive policy as Terraform writes it, without spaces. moto adds some."""
    original = Queue.attributes.fget

    def attributes(self):
        result = original(self)
        if self.redrive_policy:
            result["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
        return result

    Queue.attributes = property(attributes)


def leave_the_policy_alone():
    """SetQueueAttributes changes only the attributes that it names. moto also removes the policy."""
    original = SQSBackend.set_queue_attributes

    def set_queue_attributes(self, queue_name, attributes):
        return original(self, queue_name, {"Policy": self.get_queue(queue_name).policy, **attributes})

    SQSBackend.set_queue_attributes = set_queue_attributes
