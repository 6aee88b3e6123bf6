using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>
/// Runs a definition in Amazon States Language with JSONata: the states Task (calls of the AWS SDK), Choice, Pass, Succeed and Fail,
/// with Assign, Retry and Catch. Any other field or state is an error, so that nothing is ignored. The time between attempts is not
/// simulated. https://states-language.net and https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
/// </summary>
public sealed class StateMachine
{
    private readonly JsonObject _states;
    private readonly string _first;

    /// <summary>Reads a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <exception cref="NotSupportedException">The definition has a field that is not modelled, or does not use JSONata.</exception>
    public StateMachine(string definition)
    {
        var machine = JsonNode.Parse(definition)!.AsObject();
        Fields.Check("the state machine", machine, "Comment", "QueryLanguage", "StartAt", "TimeoutSeconds", "States");
        if ((string?)machine["QueryLanguage"] != "JSONata")
            throw new NotSupportedException("the state machine must have QueryLanguage JSONata: JSONPath is not modelled");
        _states = machine["States"]!.AsObject();
        _first = (string)machine["StartAt"]!;
    }

    /// <summary>Runs the state machine to its end.</summary>
    /// <param name="input">The input of the execution.</param>
    /// <param name="startTime">The start time, as <c>$states.context.Execution.StartTime</c>.</param>
    /// <param name="aws">Answers the calls of the tasks.</param>
    public Execution Run(JsonObject input, DateTimeOffset startTime, IAws aws) =>
        new Execution(_states, aws, startTime).From(_first, input);

    /// <summary>
    /// What the validator <c>asl-validator</c> finds wrong in a definition, a line each. It knows the whole of the States Language,
    /// also what <see cref="Run"/> does not model.
    /// </summary>
    /// <param name="definition">The definition.</param>
    public static IReadOnlyList<string> Complaints(string definition)
    {
        var validator = new Command("node", Repository.Root) { Input = definition }
            .Run(NodePackages.Script("validate.mjs"), NodePackages.Folder);
        var complaints = validator.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (complaints.Length == 0)
            validator.Succeeds();
        return complaints;
    }
}
