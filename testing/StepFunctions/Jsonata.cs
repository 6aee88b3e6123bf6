using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>The JSONata of Step Functions (2.0.6), in one Node.js process that lives as long as this one.</summary>
internal sealed class Jsonata
{
    private static readonly Lazy<Jsonata> Process = new(() => new());

    private readonly Process _node;

    private Jsonata()
    {
        var start = new ProcessStartInfo("node", [NodePackages.Script("evaluate.mjs"), NodePackages.Folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _node = System.Diagnostics.Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _node.StandardInput.Close();
    }

    /// <summary>The values of all expressions, each seeing the same variables.</summary>
    /// <exception cref="JsonataException">One of them failed, or returned nothing: Step Functions takes that for a failure too.</exception>
    public static JsonNode?[] Evaluate(IEnumerable<string> expressions, JsonObject variables) =>
        Process.Value.Ask(new() { ["expressions"] = new JsonArray([.. expressions.Select(text => JsonValue.Create(text))]), ["variables"] = variables });

    private JsonNode?[] Ask(JsonObject question)
    {
        _node.StandardInput.WriteLine(question.ToJsonString());
        question.Remove("variables");
        var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the Node.js process that evaluates JSONata has ended");
        return [.. JsonNode.Parse(answer)!["results"]!.AsArray().Select(Value)];
    }

    private static JsonNode? Value(JsonNode? result) =>
        result!["error"] is { } error ? throw new JsonataException((string)error!) : result["value"];
}

internal sealed class JsonataException(string message) : Exception(message);
