using System.Globalization;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>One execution of a workflow: its variables, the states that it went through, and its end.</summary>
internal sealed class Execution(JsonObject states, IAws aws, DateTimeOffset startTime)
{
    private readonly JsonObject _variables = [];
    private readonly List<string> _path = [];
    private readonly JsonObject _context = new()
    {
        ["Execution"] = new JsonObject { ["StartTime"] = startTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) },
    };

    public IReadOnlyList<string> Path => _path;

    public JsonObject Variables => _variables;

    /// <summary>The error that the execution failed with.</summary>
    public TaskError? Failure { get; private set; }

    public bool Succeeded => Failure is null;

    public Execution From(string first, JsonNode? input)
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
        catch (TaskError error)
        {
            Failure = error;
        }

        return this;
    }

    private (string? Next, JsonNode? Output) Step(string name, JsonNode? input)
    {
        var state = states[name]?.AsObject() ?? throw new NotSupportedException($"there is no state '{name}'");
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
                throw new TaskError((string)Evaluate(state["Error"], Values(input))!, (string)Evaluate(state["Cause"], Values(input))!);
            default:
                throw new NotSupportedException($"{name}: a state of type '{state["Type"]}' is not understood");
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
                var result = aws.Call(Action((string)state["Resource"]!), arguments);
                return Leave(state, Values(input, result: result), result);
            }
            catch (TaskError error) when (attempts.Again(error))
            {
            }
            catch (TaskError error) when (Attempts.Match(state["Catch"]?.AsArray(), error) is { } handler)
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
                throw new TaskError("States.QueryEvaluationError", $"{choice["Condition"]} is neither true nor false");
            if (holds)
                return (string)choice["Next"]!;
        }

        return (string?)state["Default"] ?? throw new TaskError("States.NoChoiceMatched", "no condition holds");
    }

    /// <summary>All of Assign is evaluated before any of it is assigned, and Output does not see it.</summary>
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

    private static JsonNode? Evaluate(JsonNode? template, JsonObject values) => template is null ? null : Template.Evaluate(template, values);

    private static string Action(string resource) => resource.StartsWith("arn:aws:states:::aws-sdk:", StringComparison.Ordinal)
        ? resource["arn:aws:states:::aws-sdk:".Length..]
        : throw new NotSupportedException($"only calls of the AWS SDK are understood, not {resource}");
}
