using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>The ingress of a security group, and samples of it.</summary>
internal static class SecurityGroup
{
    public const string Ingress = "aws_vpc_security_group_ingress_rule";

    /// <summary>A sample of the ports of HTTPS.</summary>
    public const string Https = """ "from_port": 443, "to_port": 443, "ip_protocol": "tcp" """;

    /// <summary>Whether a group has rules of ingress, and all of them are for HTTPS.</summary>
    public static bool AllowsHttpsOnly(Resource group)
    {
        JsonNode[] rules =
        [
            .. group.Attributes["ingress"].Items(),
            .. group.Beside(Ingress, "security_group_id").Select(rule => rule.Attributes),
        ];
        return rules.Length > 0 && rules.All(IsHttps);
    }

    /// <summary>A sample: an interface endpoint, and its group with one rule of ingress.</summary>
    public static string OfEndpoint(string ports) => $$"""
        {
          "resource": {
            "aws_security_group": { "sample": {} },
            "aws_vpc_security_group_ingress_rule": { "sample": { "security_group_id": "${aws_security_group.sample.id}", {{ports}} } },
            "aws_vpc_endpoint": { "sample": {
              "vpc_endpoint_type": "Interface",
              "security_group_ids": ["${aws_security_group.sample.id}"]
            } }
          }
        }
        """;

    private static bool IsHttps(JsonNode rule) =>
        (rule["ip_protocol"] ?? rule["protocol"]).Text() == "tcp" && rule["from_port"].Text() == "443" && rule["to_port"].Text() == "443";
}
