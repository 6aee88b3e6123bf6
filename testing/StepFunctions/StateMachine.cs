using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>
/// Runs the part of Amazon States Language that the scaling workflow uses, with JSONata. Whatever else a definition holds is an error:
/// nothing is skipped in silence. Waiting between attempts takes no time.
/// </summary>
internal sealed class StateMachine
{
    private readonly JsonObject _states;
    private readonly string _first;

    public StateMachine(string definition)
    {
        var machine = JsonNode.Parse(definition)!.AsObject();
        Fields.Check("the state machine", machine, "Comment", "QueryLanguage", "StartAt", "TimeoutSeconds", "States");
        if ((string?)machine["QueryLanguage"] != "JSONata")
            throw new NotSupportedException("only JSONata is understood");
        _states = machine["States"]!.AsObject();
        _first = (string)machine["StartAt"]!;
    }

    public Execution Run(JsonObject input, DateTimeOffset startTime, IAws aws) =>
        new Execution(_states, aws, startTime).From(_first, input);
}

/// <summary>What the tasks of a workflow call.</summary>
internal interface IAws
{
    /// <param name="action">Such as <c>kinesis:updateShardCount</c>.</param>
    /// <param name="arguments">The call's parameters.</param>
    /// <exception cref="TaskError">The call fails.</exception>
    JsonNode Call(string action, JsonObject arguments);
}

internal sealed class TaskError(string error, string cause) : Exception(cause)
{
    public string Error => error;
}
