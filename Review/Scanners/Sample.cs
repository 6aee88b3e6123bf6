using System.Text.Json.Nodes;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Small configurations that break or follow a rule.</summary>
internal static class Sample
{
    /// <summary>The condition of a statement that denies plain HTTP.</summary>
    public const string WithoutTls = """[{ "test": "Bool", "variable": "aws:SecureTransport", "values": ["false"] }]""";

    /// <summary>The value of an attribute that refers to the document of <see cref="Carried"/>.</summary>
    public const string Document = "\"${data.aws_iam_policy_document.sample.json}\"";

    private const string Stream = "${aws_kinesis_stream.stream.arn}";

    /// <summary>A configuration as it is, or one resource of a type with these attributes.</summary>
    public static SynthesizedStack Read(string sample, string type) => new("Sample", IsWhole(sample) ? sample : Resource(type, sample));

    public static string Resource(string type, string attributes) => type.StartsWith("data.", StringComparison.Ordinal)
        ? $$"""{ "data": { "{{type["data.".Length..]}}": { "sample": {{attributes}} } } }"""
        : $$"""{ "resource": { "{{type}}": { "sample": {{attributes}} } } }""";

    /// <summary>A policy that allows an action, on a stream by default.</summary>
    public static string Allowing(string action, string on = Stream, string condition = "[]", string type = "aws_iam_policy") =>
        Policy($$"""{ "actions": ["{{action}}"], "resources": ["{{on}}"], "condition": {{condition}} }""", type);

    /// <summary>A resource with a policy of one statement.</summary>
    public static string Policy(string statement, string type = "aws_iam_policy") =>
        Carried(statement, $$"""{ "{{type}}": { "sample": { "{{PolicyCarriers.AttributeOf(type)}}": {{Document}} } } }""");

    /// <summary>A policy of one statement, for principals of a type.</summary>
    public static string For(
        string type, string principal, string action, string on, string condition = "[]", string carrier = "aws_iam_policy") =>
        Policy(StatementFor(type, principal, action, $"\"{on}\"", condition), carrier);

    /// <summary>A role that the principals of a type may assume.</summary>
    public static string Trusting(string type, string principal, string condition = "[]", string action = "sts:AssumeRole") => Carried(
        $$"""{ "actions": ["{{action}}"], "principals": [{{Principals(type, principal)}}], "condition": {{condition}} }""",
        $$"""{ "aws_iam_role": { "sample": { "{{PolicyCarriers.Trust}}": {{Document}} } } }""");

    /// <summary>A policy as JSON in the attribute, without a document.</summary>
    public static string Literal(string statement) =>
        Resource("aws_iam_policy", new JsonObject { ["policy"] = $$"""{ "Statement": [{{statement}}] }""" }.ToJsonString());

    /// <summary>Resources, and the document that their policies refer to.</summary>
    public static string Carried(string statement, string resources) =>
        $$"""{ "data": { "aws_iam_policy_document": { "sample": { "statement": [{{statement}}] } } }, "resource": {{resources}} }""";

    /// <summary>A statement for principals of a type.</summary>
    /// <param name="type">The type of the principal.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="action">The action.</param>
    /// <param name="on">The resources, in quotes, with commas between them.</param>
    /// <param name="condition">The conditions.</param>
    /// <param name="effect">Allow or Deny.</param>
    public static string StatementFor(
        string type, string principal, string action, string on, string condition = "[]", string effect = "Allow") => $$"""
        {
          "effect": "{{effect}}",
          "actions": ["{{action}}"],
          "resources": [{{on}}],
          "principals": [{{Principals(type, principal)}}],
          "condition": {{condition}}
        }
        """;

    private static string Principals(string type, string principal) => $$"""{ "type": "{{type}}", "identifiers": ["{{principal}}"] }""";

    private static bool IsWhole(string sample) => JsonNode.Parse(sample) is { } read && (read["resource"] ?? read["data"]) is not null;
}
