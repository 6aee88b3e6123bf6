using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions.Primitives;

namespace Nautilus.Testing.Synth;

/// <summary>Assertions on synthesized Terraform JSON. What is expected is an anonymous object of the properties that matter.</summary>
internal static class ConfigurationAssertions
{
    /// <param name="assertions">What <c>Should()</c> of the synthesized JSON returns.</param>
    /// <param name="address">The resource's address, such as <c>aws_kinesis_stream.clicks</c>.</param>
    /// <param name="expected">The properties that it has, among others; <c>null</c> for one that it has not.</param>
    public static void HaveResource(this StringAssertions assertions, string address, object expected) =>
        Have(assertions, ["resource", .. address.Split('.')], expected);

    public static void HaveData(this StringAssertions assertions, string address, object expected) =>
        Have(assertions, ["data", .. address.Split('.')], expected);

    /// <summary>A block without a name, such as <c>moved</c> or <c>import</c>, of which there is one.</summary>
    public static void HaveBlock(this StringAssertions assertions, string type, object expected) =>
        Have(assertions, [type], new[] { expected });

    public static void HaveOutput(this StringAssertions assertions, string name, object expected) =>
        Have(assertions, ["output", name], expected);

    public static void HaveProvider(this StringAssertions assertions, object expected) =>
        Have(assertions, ["provider", "aws"], new[] { expected });

    public static void HaveTerraformSettings(this StringAssertions assertions, object expected) =>
        Have(assertions, ["terraform"], expected);

    private static void Have(StringAssertions assertions, string[] path, object expected)
    {
        var configuration = JsonNode.Parse(assertions.Subject)!;
        var actual = path.Aggregate<string, JsonNode?>(configuration, (node, key) => node?[key]);
        var wanted = JsonSerializer.SerializeToNode(expected);

        if (actual is null)
            TestFailure.Report($"The configuration has no {string.Join('.', path)}, but:\n{string.Join('\n', Addresses(configuration))}");

        var differences = JsonDifference.Between(wanted, actual).ToArray();
        if (differences.Length > 0)
            TestFailure.Report($"""
                Not as expected: {string.Join('.', path)}
                  {string.Join("\n  ", differences)}
                expected, among others:
                {JsonDifference.Print(wanted)}
                actual:
                {JsonDifference.Print(actual)}
                """);
    }

    private static IEnumerable<string> Addresses(JsonNode configuration) =>
        from kind in new[] { "resource", "data" }
        from type in configuration[kind]?.AsObject() ?? []
        from resource in type.Value!.AsObject()
        select $"  {kind}.{type.Key}.{resource.Key}";
}
