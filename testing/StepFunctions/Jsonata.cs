using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>
/// JSONata 2.0.6, the version of Step Functions (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html),
/// in one Node.js process that ends with this one.
/// </summary>
internal sealed class Jsonata
{
    private static readonly Lazy<Jsonata> Shared = new(() => new());

    private readonly Process _node;
    private readonly Task<string> _errors;

    private Jsonata()
    {
        _node = new Command("node", Repository.Root).Start(NodePackages.Script("evaluate.mjs"), NodePackages.Folder);
        _errors = _node.StandardError.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _node.StandardInput.Close();
    }

    /// <summary>The values of all expressions. Each sees the same variables.</summary>
    /// <exception cref="JsonataException">One of them failed, or returned nothing: for Step Functions that is a failure too.</exception>
    public static JsonNode?[] Evaluate(IEnumerable<string> expressions, JsonObject variables) => Shared.Value.Ask(new()
    {
        ["expressions"] = new JsonArray([.. expressions.Select(text => JsonValue.Create(text))]),
        ["variables"] = variables,
    });

    private JsonNode?[] Ask(JsonObject question)
    {
        var line = question.ToJsonString();
        question.Remove("variables");
        string? answer;
        lock (_node)
        {
            _node.StandardInput.WriteLine(line);
            answer = _node.StandardOutput.ReadLine();
        }

        if (answer is null)
            throw new InvalidOperationException($"the Node.js process that evaluates JSONata has ended: {_errors.Result.Trim()}");
        return [.. JsonNode.Parse(answer)!["results"]!.AsArray().Select(Value)];
    }

    private static JsonNode? Value(JsonNode? result) =>
        result!["error"] is { } error ? throw new JsonataException((string)error!) : result["value"];
}
