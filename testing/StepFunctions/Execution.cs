using System.Globalization;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>One execution of a <see cref="StateMachine"/>, after its end.</summary>
public sealed class Execution
{
    private const string SdkResource = "arn:aws:states:::aws-sdk:";

    private readonly JsonObject _states;
    private readonly IAws _aws;
    private readonly JsonObject _variables = [];
    private readonly List<string> _path = [];
    private readonly JsonObject _context;

    internal Execution(JsonObject states, IAws aws, DateTimeOffset startTime)
    {
        (_states, _aws) = (states, aws);
        var start = startTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        _context = new() { ["Execution"] = new JsonObject { ["StartTime"] = start } };
    }

    /// <summary>The names of the states that the execution entered, in order.</summary>
    public IReadOnlyList<string> Path => _path;

    /// <summary>The variables at the end.</summary>
    public JsonObject Variables => _variables;

    /// <summary>The error of a failed execution; null if it succeeded.</summary>
    public TaskException? Failure { get; private set; }

    /// <summary>Whether the execution succeeded.</summary>
    public bool Succeeded => Failure is null;

    internal Execution From(string first, JsonNode? input)
    {
        try
        {
            for (var name = first; name.Length > 0;)
            {
                _path.Add(name);
                (var next, input) = Step(name, input);
                name = next ?? "";
            }
        }
        catch (TaskException error)
        {
            Failure = error;
        }

        return this;
    }

    private (string? Next, JsonNode? Output) Step(string name, JsonNode? input)
    {
        var state = _states[name]?.AsObject() ?? throw new NotSupportedException($"there is no state '{name}'");
        switch ((string?)state["Type"])
        {
            case "Task":
                Fields.Check(name, state, "Type", "Comment", "Resource", "Arguments", "Assign", "Output", "Retry", "Catch", "Next", "End");
                return Task(state, input);
            case "Choice":
                Fields.Check(name, state, "Type", "Comment", "Choices", "Default");
                return (Choose(state, input), input);
            case "Pass":
                Fields.Check(name, state, "Type", "Comment", "Assign", "Output", "Next", "End");
                return Leave(state, Values(input), input);
            case "Succeed":
                Fields.Check(name, state, "Type", "Comment", "Output");
                return (null, Evaluate(state["Output"], Values(input)) ?? input);
            case "Fail":
                Fields.Check(name, state, "Type", "Comment", "Error", "Cause");
                throw new TaskException((string)Evaluate(state["Error"], Values(input))!, (string)Evaluate(state["Cause"], Values(input))!);
            default:
                throw new NotSupportedException($"state '{name}': type '{state["Type"]}' is not modelled");
        }
    }

    private (string? Next, JsonNode? Output) Task(JsonObject state, JsonNode? input)
    {
        var attempts = new Attempts(state["Retry"]?.AsArray());
        while (true)
        {
            try
            {
                var arguments = Evaluate(state["Arguments"], Values(input))?.AsObject() ?? [];
                var result = _aws.Answer(Action((string)state["Resource"]!), arguments);
                return Leave(state, Values(input, result: result), result);
            }
            catch (TaskException error) when (attempts.Again(error))
            {
            }
            catch (TaskException error) when (Attempts.Match(state["Catch"]?.AsArray(), error) is { } handler)
            {
                Fields.Check("Catch", handler, "ErrorEquals", "Assign", "Output", "Next");
                var output = new JsonObject { ["Error"] = error.Error, ["Cause"] = error.Message };
                return Leave(handler, Values(input, error: output), output);
            }
        }
    }

    private string? Choose(JsonObject state, JsonNode? input)
    {
        foreach (var choice in state["Choices"]!.AsArray().Select(choice => choice!.AsObject()))
        {
            Fields.Check("Choices", choice, "Condition", "Next");
            if (Evaluate(choice["Condition"], Values(input)) is not JsonValue value || !value.TryGetValue<bool>(out var holds))
                throw new TaskException("States.QueryEvaluationError", $"{choice["Condition"]} is neither true nor false");
            if (holds)
                return (string)choice["Next"]!;
        }

        return (string?)state["Default"] ?? throw new TaskException("States.NoChoiceMatched", "no condition holds");
    }

    /// <summary>
    /// Assign and Output see the variables as they were before Assign:
    /// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
    /// </summary>
    private (string? Next, JsonNode? Output) Leave(JsonObject state, JsonObject values, JsonNode? otherwise)
    {
        var assigned = Evaluate(state["Assign"], values)?.AsObject() ?? [];
        var output = Evaluate(state["Output"], values) ?? otherwise;
        foreach (var (name, value) in assigned.ToArray())
            _variables[name] = value?.DeepClone();
        return ((string?)state["Next"], output);
    }

    private JsonObject Values(JsonNode? input, JsonNode? result = null, JsonNode? error = null)
    {
        var values = _variables.DeepClone().AsObject();
        var own = new JsonObject { ["input"] = input?.DeepClone(), ["context"] = _context.DeepClone() };
        if (result is not null)
            own["result"] = result.DeepClone();
        if (error is not null)
            own["errorOutput"] = error.DeepClone();
        values["states"] = own;
        return values;
    }

    private static JsonNode? Evaluate(JsonNode? template, JsonObject values) =>
        template is null ? null : Template.Evaluate(template, values);

    private static string Action(string resource) => resource.StartsWith(SdkResource, StringComparison.Ordinal)
        ? resource[SdkResource.Length..]
        : throw new NotSupportedException($"resource '{resource}' is not modelled: only calls of the AWS SDK are ({SdkResource}…)");
}
