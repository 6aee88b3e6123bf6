using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Security groups and their rules.</summary>
internal static class SecurityGroupRules
{
    private const string Egress = "aws_vpc_security_group_egress_rule";

    private static readonly string[] Groups = ["aws_security_group"];
    private static readonly string[] Rules = [SecurityGroup.Ingress, Egress];
    private static readonly string[] Everywhere = ["0.0.0.0/0", "::/0"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_23", "AWS-0099", "AWS-0124", "KICS 68eb4bf3", "KICS cb3f5ed6"], [.. Groups, .. Rules])
        {
            Condition = "a group must have a description, and so must each of its rules",
            Offences = resource =>
            [
                .. resource.Unless("description", IsOwnDescription),
                .. from direction in new[] { "ingress", "egress" }
                   from rule in resource.Attributes[direction].Items()
                   where !IsOwnDescription(rule["description"].Text())
                   select new Finding(rule["description"].Text(), $"{direction} description"),
            ],
            Violated =
            [
                "{}",
                """{ "description": "" }""",
                """{ "description": "Managed by Terraform" }""",
                """{ "description": "endpoints", "ingress": [{ "from_port": 443 }] }""",
                Sample.Resource(SecurityGroup.Ingress, $"{{ {SecurityGroup.Https} }}"),
            ],
            Satisfied =
            [
                """{ "description": "endpoints", "egress": [{ "description": "to AWS" }] }""",
                Sample.Resource(Egress, """{ "description": "to AWS" }"""),
            ],
        },
        new(
            ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277", "AWS-0107", "AwsSolutions-EC23", "KICS 4728cd65"],
            [SecurityGroup.Ingress, .. Groups])
        {
            Condition = "no rule may allow ingress from everywhere",
            Offences = resource => Open(resource, SecurityGroup.Ingress, "ingress"),
            Violated =
            [
                """{ "cidr_ipv4": "0.0.0.0/0" }""",
                """{ "cidr_ipv6": "::/0" }""",
                Sample.Resource("aws_security_group", """{ "ingress": [{ "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"] }] }"""),
            ],
            Satisfied =
            [
                """{ "cidr_ipv4": "10.0.0.0/16" }""",
                Sample.Resource("aws_security_group", """{ "egress": [{ "cidr_blocks": ["0.0.0.0/0"] }] }"""),
            ],
        },
        new(["CKV_AWS_382", "AWS-0104"], [Egress, .. Groups])
        {
            Condition = "no rule may allow egress to everywhere",
            Offences = resource => Open(resource, Egress, "egress"),
            Violated =
            [
                """{ "cidr_ipv4": "0.0.0.0/0" }""",
                Sample.Resource("aws_security_group", """{ "egress": [{ "ipv6_cidr_blocks": ["::/0"] }] }"""),
            ],
            Satisfied =
            [
                """{ "referenced_security_group_id": "${aws_security_group.endpoints.id}" }""",
                Sample.Resource("aws_security_group", "{}"),
            ],
        },
        new(["CKV2_AWS_5"], Groups)
        {
            Condition = "a group must be attached to a resource",
            Offences = group => group.Stack.Resources.Any(resource => IsProtected(resource, group))
                ? []
                : [new(null, "security_group_ids")],
            Violated =
            [
                "{}",
                """
                { "resource": {
                  "aws_security_group": { "sample": {} },
                  "aws_vpc_security_group_ingress_rule": { "sample": { "security_group_id": "${aws_security_group.sample.id}" } }
                } }
                """,
            ],
            Satisfied = [SecurityGroup.OfEndpoint(SecurityGroup.Https)],
        },
    ];

    // What the provider writes where the configuration has no description.
    private static bool IsOwnDescription(string? description) => description is not (null or "" or "Managed by Terraform");

    private static IEnumerable<Finding> Open(Resource resource, string type, string block) =>
        from rule in resource.Type == type ? [resource.Attributes] : resource.Attributes[block].Items()
        from attribute in new[] { "cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks" }
        from range in rule[attribute].Texts()
        where Everywhere.Contains(range)
        select new Finding(range, attribute);

    private static bool IsProtected(Resource resource, Resource group) =>
        !Rules.Contains(resource.Type)
        && resource.Type != "aws_security_group_rule"
        && resource != group
        && group.IsMentionedBy(resource, "id");
}
