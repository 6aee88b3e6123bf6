using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Small configurations that break or keep a rule.</summary>
internal static class Sample
{
    /// <summary>The condition of a statement that denies plain HTTP.</summary>
    public const string WithoutTls = """[{ "test": "Bool", "variable": "aws:SecureTransport", "values": ["false"] }]""";

    private const string Stream = "${aws_kinesis_stream.stream.arn}";

    /// <summary>A configuration as it is, or one resource of a type with these attributes.</summary>
    public static SynthesizedStack Read(string sample, string type) => new("Sample", IsWhole(sample) ? sample : Resource(type, sample));

    public static string Resource(string type, string attributes) => type.StartsWith("data.", StringComparison.Ordinal)
        ? $$"""{ "data": { "{{type["data.".Length..]}}": { "sample": {{attributes}} } } }"""
        : $$"""{ "resource": { "{{type}}": { "sample": {{attributes}} } } }""";

    /// <summary>A policy that allows an action, on a stream unless told otherwise.</summary>
    public static string Allowing(string action, string on = Stream, string condition = "[]", string type = "aws_iam_policy") =>
        Policy($$"""{ "actions": ["{{action}}"], "resources": ["{{on}}"], "condition": {{condition}} }""", type);

    public static string Policy(string statement, string type = "aws_iam_policy") => Carried(type, PolicyCarriers.AttributeOf(type), statement);

    /// <summary>A role that the principals of a type may assume.</summary>
    public static string Trusting(string type, string identifier, string condition = "[]", string action = "sts:AssumeRole") =>
        Carried("aws_iam_role", "assume_role_policy", $$"""
            { "actions": ["{{action}}"], "principals": [{ "type": "{{type}}", "identifiers": ["{{identifier}}"] }], "condition": {{condition}} }
            """);

    /// <summary>A policy as Terraform never sees it in a document: JSON in a string.</summary>
    public static string Literal(string statement) =>
        Resource("aws_iam_policy", new JsonObject { ["policy"] = $$"""{ "Statement": [{{statement}}] }""" }.ToJsonString());

    private static bool IsWhole(string sample) => JsonNode.Parse(sample) is { } read && (read["resource"] ?? read["data"]) is not null;

    private static string Carried(string type, string attribute, string statement) => $$"""
        {
          "data": { "aws_iam_policy_document": { "sample": { "statement": [{{statement}}] } } },
          "resource": { "{{type}}": { "sample": { "{{attribute}}": "${data.aws_iam_policy_document.sample.json}" } } }
        }
        """;
}
