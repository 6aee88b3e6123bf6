using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Security groups, and the endpoints behind them; no scanner looks at an endpoint's policy.</summary>
internal static class NetworkRules
{
    private const string Ingress = "aws_vpc_security_group_ingress_rule";
    private const string Egress = "aws_vpc_security_group_egress_rule";
    private const string Https = """ "from_port": 443, "to_port": 443, "ip_protocol": "tcp" """;

    private static readonly string[] Groups = ["aws_security_group"];
    private static readonly string[] Rules = [Ingress, Egress];
    private static readonly string[] Endpoints = ["aws_vpc_endpoint"];
    private static readonly string[] Everywhere = ["0.0.0.0/0", "::/0"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(["CKV_AWS_23", "AWS-0099", "AWS-0124", "KICS 68eb4bf3", "KICS cb3f5ed6"], [.. Groups, .. Rules])
        {
            Condition = "a group must say what it is for, and every rule of it",
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
                Sample.Resource(Ingress, $"{{ {Https} }}"),
            ],
            Satisfied = ["""{ "description": "endpoints", "egress": [{ "description": "to AWS" }] }""", Sample.Resource(Egress, """{ "description": "to AWS" }""")],
        },
        new(["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277", "AWS-0107", "AwsSolutions-EC23", "KICS 4728cd65"], [Ingress, .. Groups])
        {
            Condition = "nothing may come from everywhere",
            Offences = resource => Open(resource, Ingress, "ingress"),
            Violated =
            [
                """{ "cidr_ipv4": "0.0.0.0/0" }""",
                """{ "cidr_ipv6": "::/0" }""",
                Sample.Resource("aws_security_group", """{ "ingress": [{ "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"] }] }"""),
            ],
            Satisfied = ["""{ "cidr_ipv4": "10.0.0.0/16" }""", Sample.Resource("aws_security_group", """{ "egress": [{ "cidr_blocks": ["0.0.0.0/0"] }] }""")],
        },
        new(["CKV_AWS_382", "AWS-0104"], [Egress, .. Groups])
        {
            Condition = "nothing may go everywhere",
            Offences = resource => Open(resource, Egress, "egress"),
            Violated =
            [
                """{ "cidr_ipv4": "0.0.0.0/0" }""",
                Sample.Resource("aws_security_group", """{ "egress": [{ "ipv6_cidr_blocks": ["::/0"] }] }"""),
            ],
            Satisfied = ["""{ "referenced_security_group_id": "${aws_security_group.endpoints.id}" }""", Sample.Resource("aws_security_group", "{}")],
        },
        new(["CKV2_AWS_5"], Groups)
        {
            Condition = "a group must protect something",
            Offences = group => group.Stack.Resources.Any(resource => !IsRule(resource) && resource != group && Mentions(resource, group)) ? [] : [new(null, "security_group_ids")],
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
            Satisfied = [Behind(Https)],
        },
        new(["nautilus-endpoint-policy"], Endpoints)
        {
            Condition = "policy must say who may do what: without, everybody may do all",
            Offences = endpoint => HasPolicyOfItsOwn(endpoint) ? [] : endpoint.Unless("policy", policy => policy?.Length > 0),
            Violated = ["{}", """{ "policy": "" }"""],
            Satisfied =
            [
                Sample.Allowing("kinesis:PutRecord", type: "aws_vpc_endpoint"),
                """
                { "resource": {
                  "aws_vpc_endpoint": { "sample": {} },
                  "aws_vpc_endpoint_policy": { "sample": { "vpc_endpoint_id": "${aws_vpc_endpoint.sample.id}" } }
                } }
                """,
            ],
        },
        new(["nautilus-endpoint-narrow"], PolicyCarriers.Endpoints)
        {
            Condition = "no statement may allow all actions of a service",
            Offences = endpoint => from statement in endpoint.PolicyAllows()
                                   from finding in statement.ActionsThat(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal))
                                   select finding,
            Violated = [Sample.Allowing("*", type: "aws_vpc_endpoint"), Sample.Allowing("kinesis:*", type: "aws_vpc_endpoint")],
            Satisfied = [Sample.Allowing("kinesis:PutRecord", type: "aws_vpc_endpoint")],
        },
        new(["nautilus-endpoint-dns"], Endpoints)
        {
            Condition = "private_dns_enabled must be true on an interface endpoint, or nobody finds it",
            Offences = endpoint => IsInterface(endpoint) ? endpoint.Unless("private_dns_enabled", enabled => enabled == "true") : [],
            Violated = ["""{ "vpc_endpoint_type": "Interface" }""", """{ "vpc_endpoint_type": "Interface", "private_dns_enabled": false }"""],
            Satisfied = ["""{ "vpc_endpoint_type": "Interface", "private_dns_enabled": true }""", """{ "vpc_endpoint_type": "Gateway" }""", "{}"],
        },
        new(["nautilus-endpoint-https-only"], Endpoints)
        {
            Condition = "the groups of an interface endpoint must be of its stack, and let in 443 and nothing else",
            Offences = endpoint => IsInterface(endpoint) ? LetIn(endpoint) : [],
            Violated =
            [
                """{ "vpc_endpoint_type": "Interface" }""",
                """{ "vpc_endpoint_type": "Interface", "security_group_ids": ["sg-0123456789abcdef0"] }""",
                Behind(""" "from_port": 0, "to_port": 65535, "ip_protocol": "tcp" """),
                Behind(""" "ip_protocol": "-1" """),
                """
                { "resource": {
                  "aws_security_group": { "sample": {} },
                  "aws_vpc_endpoint": { "sample": { "vpc_endpoint_type": "Interface", "security_group_ids": ["${aws_security_group.sample.id}"] } }
                } }
                """,
            ],
            Satisfied = [Behind(Https), """{ "vpc_endpoint_type": "Gateway" }"""],
        },
        new(["KICS e9b7acf9"], Endpoints)
        {
            Condition = "the network of an endpoint of SQS must have DNS",
            Offences = endpoint => endpoint["service_name"]?.EndsWith(".sqs", StringComparison.Ordinal) == true
                ? endpoint.Stack.ReferredToBy(endpoint["vpc_id"])?.Unless("enable_dns_support", enabled => enabled != "false") ?? []
                : [],
            Violated = [OfQueues("""{ "enable_dns_support": false }""")],
            Satisfied = [OfQueues("{}"), """{ "service_name": "com.amazonaws.us-east-1.sqs", "vpc_id": "vpc-1234" }"""],
        },
    ];

    // What the provider writes where nothing is written.
    private static bool IsOwnDescription(string? description) => description is not (null or "" or "Managed by Terraform");

    private static IEnumerable<Finding> Open(Resource resource, string type, string block) =>
        from rule in resource.Type == type ? [resource.Attributes] : resource.Attributes[block].Items()
        from attribute in new[] { "cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks" }
        from range in rule[attribute].Texts()
        where Everywhere.Contains(range)
        select new Finding(range, attribute);

    private static bool IsRule(Resource resource) => Rules.Contains(resource.Type) || resource.Type == "aws_security_group_rule";

    private static bool Mentions(Resource resource, Resource group) =>
        resource.Attributes.ToJsonString().Contains($"${{{group.Address}.id}}", StringComparison.Ordinal);

    private static bool IsInterface(Resource endpoint) => endpoint["vpc_endpoint_type"] == "Interface";

    private static bool HasPolicyOfItsOwn(Resource endpoint) => endpoint.Stack.Resources.Any(policy =>
        policy.Type == "aws_vpc_endpoint_policy" && endpoint.Stack.ReferredToBy(policy["vpc_endpoint_id"]) == endpoint);

    private static IEnumerable<Finding> LetIn(Resource endpoint)
    {
        var groups = endpoint.List("security_group_ids").ToArray();
        if (groups.Length == 0)
            return [new(null, "security_group_ids")];
        return from id in groups
               let guard = endpoint.Stack.ReferredToBy(id)
               let rules = guard is null ? [] : IngressOf(guard).ToArray()
               where rules.Length == 0 || !rules.All(IsHttps)
               select new Finding(id, "security_group_ids");
    }

    private static IEnumerable<JsonNode> IngressOf(Resource guard) =>
    [
        .. guard.Attributes["ingress"].Items(),
        .. from rule in guard.Stack.Resources
           where rule.Type == Ingress && guard.Stack.ReferredToBy(rule["security_group_id"]) == guard
           select rule.Attributes,
    ];

    private static bool IsHttps(JsonNode rule) =>
        (rule["ip_protocol"] ?? rule["protocol"]).Text() == "tcp" && rule["from_port"].Text() == "443" && rule["to_port"].Text() == "443";

    private static string Behind(string ports) => $$"""
        {
          "resource": {
            "aws_security_group": { "sample": {} },
            "aws_vpc_security_group_ingress_rule": { "sample": { "security_group_id": "${aws_security_group.sample.id}", {{ports}} } },
            "aws_vpc_endpoint": { "sample": { "vpc_endpoint_type": "Interface", "security_group_ids": ["${aws_security_group.sample.id}"] } }
          }
        }
        """;

    private static string OfQueues(string vpc) => $$"""
        {
          "resource": {
            "aws_vpc": { "sample": {{vpc}} },
            "aws_vpc_endpoint": { "sample": { "service_name": "com.amazonaws.us-east-1.sqs", "vpc_id": "${aws_vpc.sample.id}" } }
          }
        }
        """;
}
