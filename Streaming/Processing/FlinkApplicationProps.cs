using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;
using Nautilus.Streams;

namespace Nautilus.Processing;

public sealed partial record FlinkApplicationProps
{
    private const int MostTogether = 50;
    private const int LongestProperty = 2048;

    /// <summary>The application's name in AWS. Changing it later replaces the application and loses its state.</summary>
    public required string Name { get; init; }

    public required FlinkCode Code { get; init; }

    /// <summary>The stream that it reads, or a fan-out consumer of it.</summary>
    public required StreamSource Source { get; init; }

    /// <summary>Encrypts its log.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>What the program is told: groups of properties, by their ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Properties { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>How many tasks run at once; with <see cref="AutoScaling"/>, at least.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>How many tasks share a processing unit, which has one processor and 4 GB: 1 to 8.</summary>
    public int ParallelismPerKpu { get; init; } = 1;

    /// <summary>Whether the service adds processing units, which are billed by the hour, as the load grows.</summary>
    public bool AutoScaling { get; init; } = true;

    /// <summary>How many processing units the account allows an application: 64, unless AWS was asked for more.</summary>
    public int KpuLimit { get; init; } = 64;

    /// <summary>How often the state is kept, to go on from after a failure.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to process records at least between two checkpoints.</summary>
    public TimeSpan CheckpointPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the state is kept when the application is stopped or updated, to go on from.</summary>
    public bool Snapshots { get; init; } = true;

    public FlinkLogLevel LogLevel { get; init; } = FlinkLogLevel.Info;

    /// <summary>How finely it is measured. Each level is of more metrics than the one before, and dearer.</summary>
    public FlinkMetricsLevel MetricsLevel { get; init; } = FlinkMetricsLevel.Application;

    /// <summary>The network that it runs in; one of AWS, unless given.</summary>
    public PrivateNetwork? Network { get; init; }

    /// <summary>Whether Terraform starts it. Else it waits for somebody who does.</summary>
    public bool Start { get; init; }

    /// <summary>Whether Terraform may stop it without a snapshot, which loses what came since the last checkpoint.</summary>
    public bool ForceStop { get; init; }

    /// <summary>Terraform refuses to destroy the application, and its state, while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        Foundations.Rules.Check($"Flink application '{Name}'",
        [
            DataStreamProps.NameRule(Name),
            .. Code.Checks,
            (ParallelismPerKpu is >= 1 and <= 8, $"parallelism per KPU must be 1 to 8, got {ParallelismPerKpu}"),
            (KpuLimit >= 1, $"the limit of KPUs must be 1 at least, got {KpuLimit}"),
            (Parallelism >= 1 && Parallelism <= KpuLimit * ParallelismPerKpu,
                $"parallelism must be 1 to {KpuLimit * ParallelismPerKpu}, for {KpuLimit} KPUs of {ParallelismPerKpu}, got {Parallelism}"),
            (CheckpointInterval >= TimeSpan.FromSeconds(1), $"checkpoints must be a second apart at least, got {CheckpointInterval.TotalSeconds} seconds"),
            (CheckpointPause >= TimeSpan.Zero, $"the pause between checkpoints must not be negative, got {CheckpointPause.TotalSeconds} seconds"),
            (Enum.IsDefined(LogLevel), $"log level must be one of FlinkLogLevel, got {LogLevel}"),
            (Enum.IsDefined(MetricsLevel), $"metrics level must be one of FlinkMetricsLevel, got {MetricsLevel}"),
            (Properties.Count <= MostTogether, $"groups of properties must be {MostTogether} at most, got {Properties.Count}"),
            .. Properties.SelectMany(group => GroupRules(group.Key, group.Value)),
        ]);
        return id;
    }

    private static IEnumerable<(bool, string)> GroupRules(string group, IReadOnlyDictionary<string, string> properties) =>
    [
        (GroupId().IsMatch(group), $"the id of a group of properties must be 1 to 50 of a-z, A-Z, 0-9, '_', '.' and '-', got '{group}'"),
        (properties.Count is >= 1 and <= MostTogether, $"group '{group}' must have 1 to {MostTogether} properties, got {properties.Count}"),
        .. properties.Select(property => (
            property.Key.Length is >= 1 and <= LongestProperty && (Foundations.Rules.IsToken(property.Value) || property.Value.Length is >= 1 and <= LongestProperty),
            $"a property's name and value must have 1 to {LongestProperty} characters, got {property.Key.Length} and {property.Value.Length} in group '{group}'")),
    ];

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,50}\z")]
    private static partial Regex GroupId();
}

public enum FlinkLogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}

public enum FlinkMetricsLevel
{
    Application,
    Task,
    Operator,
    Parallelism,
}
