from moto.ec2.models.security_groups import SecurityGroupRule


def close():
    describe_rules_about_all()


def describe_rules_about_all():
    """DescribeSecurityGroupRules returns a rule's description. moto returns it for addresses, and not for groups and prefix lists."""
    original = SecurityGroupRule.__init__

    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.prefix_list = next((what for what in (*args, *kwargs.values()) if isinstance(what, dict) and "PrefixListId" in what), {})

    SecurityGroupRule.__init__ = init
    SecurityGroupRule.description = property(
        lambda self: next(
            (what["Description"] for what in (self.ip_range, self.source_group, self.prefix_list) if "Description" in what),
            None,
        )
    )
