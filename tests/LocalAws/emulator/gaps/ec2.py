from moto.ec2.models.security_groups import SecurityGroupRule


def close():
    describe_rules_about_groups()


def describe_rules_about_groups():
    """A rule's description is beside what it lets in. moto returns it of addresses, and not of groups."""
    SecurityGroupRule.description = property(
        lambda self: next((what["Description"] for what in (self.ip_range, self.source_group) if "Description" in what), None)
    )
