using Constructs;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>A function that transforms the records of a Firehose delivery stream before their delivery.</summary>
public sealed class TransformFunction : Stage
{
    private const int NearTheEndPercent = 80;

    private readonly TransformFunctionProps _props;
    private readonly NativeFunction _function;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the address in Terraform's state.</param>
    /// <param name="props">The function.</param>
    public TransformFunction(Construct scope, string id, TransformFunctionProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _function = new NativeFunction(this, "function", props);
    }

    /// <summary>The function's ARN.</summary>
    public string Arn => _function.Arn;

    /// <summary>The role of the function. Grant it access to what the program uses.</summary>
    public Role Role => _function.Role;

    /// <inheritdoc/>
    public override Location Location => _props.Key.Location;

    /// <summary>The ARN with the version, which Firehose needs.</summary>
    internal string QualifiedArn => $"{Arn}:$LATEST";

    internal override string Heading => $"## {_props.Name}\nfunction of a delivery stream";

    internal override IEnumerable<Widget[]> Rows => [FunctionRows.Of(_props, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms =>
    [
        FunctionAlarms.Errors(_props.Name, "Firehose retries. Then it delivers the records as failed, and not transformed."),
        FunctionAlarms.Throttled(_props.Name),
        Slow,
    ];

    private static double LongestTimeout => TransformFunctionProps.FirehoseWaits.TotalSeconds;

    private Alarm Slow => new()
    {
        What = "function-slow",
        Meaning = $"Invocations of function {_props.Name} take {NearTheEndPercent} % or more of their timeout, " +
            $"which is {_props.Timeout.TotalSeconds} seconds. An invocation that reaches the timeout fails.",
        ToDo = ("Increase the memory of the function: its CPU grows with the memory.",
            "Reduce the amount of data that Firehose sends to the function at once.",
            $"Increase the timeout, to {LongestTimeout} seconds at most: Firehose does not wait longer."),
        Metric = FunctionAlarms.Of(_props.Name, "Duration", "Maximum"),
        Threshold = _props.Timeout.TotalMilliseconds * NearTheEndPercent / 100,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };

    internal void GrantToFirehose(Role role) =>
        role.Allow(new Statement("Transform", ["lambda:GetFunctionConfiguration", "lambda:InvokeFunction"], [QualifiedArn]));
}
