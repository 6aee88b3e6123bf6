using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions.Primitives;

namespace Nautilus.Testing.Synth;

/// <summary>
/// Assertions on synthesized Terraform JSON. The expected value is an anonymous object with the properties that matter;
/// the configuration may have more. A property that is expected to be <c>null</c> must be missing.
/// </summary>
public static class ConfigurationAssertions
{
    /// <summary>Fails unless the configuration has a resource with these properties.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="address">The resource's address, such as <c>aws_kinesis_stream.clicks</c>.</param>
    /// <param name="expected">The properties.</param>
    public static void HaveResource(this StringAssertions assertions, string address, object expected) =>
        Have(assertions, ["resource", .. address.Split('.')], expected);

    /// <summary>Fails unless the configuration has a data source with these properties.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="address">The address without <c>data.</c>, such as <c>aws_partition.current</c>.</param>
    /// <param name="expected">The properties.</param>
    public static void HaveData(this StringAssertions assertions, string address, object expected) =>
        Have(assertions, ["data", .. address.Split('.')], expected);

    /// <summary>Fails unless a resource has exactly one policy, with these statements.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="address">The resource's address, such as <c>aws_iam_policy.producer</c>.</param>
    /// <param name="expected">The policy, as <see cref="SynthesizedPolicy"/> has it.</param>
    public static void HavePolicy(this StringAssertions assertions, string address, object expected) =>
        Compare(address, SynthesizedPolicy.Of(JsonNode.Parse(assertions.Subject)!, address), expected);

    /// <summary>Fails unless the configuration has exactly one block of this type, with these properties.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="type">A type of blocks without a name, such as <c>moved</c> or <c>import</c>.</param>
    /// <param name="expected">The properties.</param>
    public static void HaveBlock(this StringAssertions assertions, string type, object expected) =>
        Have(assertions, [type], new[] { expected });

    /// <summary>Fails unless the configuration has an output with these properties.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="name">The output's name.</param>
    /// <param name="expected">The properties, such as <c>value</c> and <c>sensitive</c>.</param>
    public static void HaveOutput(this StringAssertions assertions, string name, object expected) =>
        Have(assertions, ["output", name], expected);

    /// <summary>Fails unless the configuration has exactly one AWS provider, with these settings.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="expected">The settings.</param>
    public static void HaveProvider(this StringAssertions assertions, object expected) =>
        Have(assertions, ["provider", "aws"], new[] { expected });

    /// <summary>Fails unless the <c>terraform</c> block has these settings, such as <c>backend</c>.</summary>
    /// <param name="assertions">The result of <c>Should()</c> on the JSON.</param>
    /// <param name="expected">The settings.</param>
    public static void HaveTerraformSettings(this StringAssertions assertions, object expected) =>
        Have(assertions, ["terraform"], expected);

    private static void Have(StringAssertions assertions, string[] path, object expected)
    {
        var configuration = JsonNode.Parse(assertions.Subject)!;
        var actual = path.Aggregate<string, JsonNode?>(configuration, (node, key) => node?[key]);
        if (actual is null)
            TestFailure.Report(
                $"The configuration has no {string.Join('.', path)}. It has:\n{string.Join('\n', Addresses(configuration))}");
        Compare(string.Join('.', path), actual, expected);
    }

    private static void Compare(string address, JsonNode? actual, object expected)
    {
        var wanted = JsonSerializer.SerializeToNode(expected);
        var differences = JsonDifference.Between(wanted, actual).ToArray();
        if (differences.Length > 0)
            TestFailure.Report($"""
                Not as expected: {address}
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
