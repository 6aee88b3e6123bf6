using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>VPC endpoints. Scanners check neither their policies nor their DNS, so most of these rules are our own.</summary>
internal static class EndpointRules
{
    private static readonly string[] Endpoints = ["aws_vpc_endpoint"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["nautilus-endpoint-policy"], Endpoints)
        {
            Condition = "policy must be set: without one, everybody may do everything",
            Offences = endpoint => endpoint.PoliciesBeside().Any() ? [] : endpoint.UnlessSet("policy"),
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
            Offences = endpoint => endpoint.ActionsThat(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal)),
            Violated = [Sample.Allowing("*", type: "aws_vpc_endpoint"), Sample.Allowing("kinesis:*", type: "aws_vpc_endpoint")],
            Satisfied = [Sample.Allowing("kinesis:PutRecord", type: "aws_vpc_endpoint")],
        },
        new(["nautilus-endpoint-dns"], Endpoints)
        {
            Condition = "private_dns_enabled must be true on an interface endpoint, so that clients find it",
            Offences = endpoint => IsInterface(endpoint) ? endpoint.UnlessTrue("private_dns_enabled") : [],
            Violated =
            [
                """{ "vpc_endpoint_type": "Interface" }""",
                """{ "vpc_endpoint_type": "Interface", "private_dns_enabled": false }""",
            ],
            Satisfied =
            [
                """{ "vpc_endpoint_type": "Interface", "private_dns_enabled": true }""",
                """{ "vpc_endpoint_type": "Gateway" }""",
                "{}",
            ],
        },
        new(["nautilus-endpoint-https-only"], Endpoints)
        {
            Condition = "the groups of an interface endpoint must be in its stack, and allow ingress on port 443 only",
            Offences = endpoint => IsInterface(endpoint) ? OpenGroups(endpoint) : [],
            Violated =
            [
                """{ "vpc_endpoint_type": "Interface" }""",
                """{ "vpc_endpoint_type": "Interface", "security_group_ids": ["sg-0123456789abcdef0"] }""",
                SecurityGroup.OfEndpoint(""" "from_port": 0, "to_port": 65535, "ip_protocol": "tcp" """),
                SecurityGroup.OfEndpoint(""" "ip_protocol": "-1" """),
                """
                { "resource": {
                  "aws_security_group": { "sample": {} },
                  "aws_vpc_endpoint": { "sample": {
                    "vpc_endpoint_type": "Interface",
                    "security_group_ids": ["${aws_security_group.sample.id}"]
                  } }
                } }
                """,
            ],
            Satisfied = [SecurityGroup.OfEndpoint(SecurityGroup.Https), """{ "vpc_endpoint_type": "Gateway" }"""],
        },
        new(["KICS e9b7acf9"], Endpoints)
        {
            Condition = "the VPC of an endpoint of SQS must have DNS",
            Offences = endpoint => endpoint["service_name"]?.EndsWith(".sqs", StringComparison.Ordinal) == true
                ? endpoint.Stack.ReferredToBy(endpoint["vpc_id"])?.Unless("enable_dns_support", enabled => enabled != "false") ?? []
                : [],
            Violated = [OfQueues("""{ "enable_dns_support": false }""")],
            Satisfied = [OfQueues("{}"), """{ "service_name": "com.amazonaws.us-east-1.sqs", "vpc_id": "vpc-1234" }"""],
        },
    ];

    private static bool IsInterface(Resource endpoint) => endpoint["vpc_endpoint_type"] == "Interface";

    private static IEnumerable<Finding> OpenGroups(Resource endpoint)
    {
        var groups = endpoint.List("security_group_ids").ToArray();
        return groups.Length == 0
            ? [new(null, "security_group_ids")]
            : from id in groups
              let guard = endpoint.Stack.ReferredToBy(id)
              where guard is null || !SecurityGroup.AllowsHttpsOnly(guard)
              select new Finding(id, "security_group_ids");
    }

    private static string OfQueues(string vpc) => $$"""
        {
          "resource": {
            "aws_vpc": { "sample": {{vpc}} },
            "aws_vpc_endpoint": { "sample": { "service_name": "com.amazonaws.us-east-1.sqs", "vpc_id": "${aws_vpc.sample.id}" } }
          }
        }
        """;
}
