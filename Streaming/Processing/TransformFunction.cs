using Constructs;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>A function that Firehose sends records through before it delivers them.</summary>
public sealed class TransformFunction : Stage
{
    private const double NearTheEnd = 0.8;

    private readonly TransformFunctionProps _props;
    private readonly NativeFunction _function;

    public TransformFunction(Construct scope, string id, TransformFunctionProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _function = new NativeFunction(this, "function", props);
    }

    public string Arn => _function.Arn;

    /// <summary>What it works in: allow it here what else its program does.</summary>
    public Role Role => _function.Role;

    /// <summary>With its version, as Firehose takes it.</summary>
    internal string QualifiedArn => $"{Arn}:$LATEST";

    internal void GrantToFirehose(Role role) =>
        role.Allow(new Statement("Transform", ["lambda:GetFunctionConfiguration", "lambda:InvokeFunction"], [QualifiedArn]));

    internal override Location Here => _props.Key.Here;

    internal override string Heading => $"## {_props.Name}\nfunction of a delivery stream";

    internal override IEnumerable<Widget[]> Rows => [FunctionRows.Of(_props, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms =>
    [
        FunctionAlarms.Errors(_props.Name, "Firehose tries again, and then delivers the records as failed, untransformed."),
        FunctionAlarms.Throttled(_props.Name),
        Slow,
    ];

    private Alarm Slow => new()
    {
        What = "function-slow",
        Meaning = $"Runs of function {_props.Name} take {NearTheEnd * 100} % of the {_props.Timeout.TotalSeconds} seconds that they have, or more. One that takes longer fails.",
        ToDo = ("Give it more memory: its processors grow with it.",
            "Let Firehose send it less at once.",
            "Raise its timeout, to 300 seconds at most: Firehose waits no longer."),
        Metric = FunctionAlarms.Of(_props.Name, "Duration", "Maximum"),
        Threshold = _props.Timeout.TotalMilliseconds * NearTheEnd,
        Periods = (3, 5),
        Missing = Missing.IsGood,
    };
}
