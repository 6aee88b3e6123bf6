using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;

namespace Nautilus.Processing;

/// <summary>A <see cref="FlinkApplication"/>.</summary>
public sealed record FlinkApplicationProps
{
    /// <summary>The application's name in AWS. A later change replaces the application and loses its state.</summary>
    public required string Name { get; init; }

    /// <summary>The program.</summary>
    public required FlinkCode Code { get; init; }

    /// <summary>The stream that the application reads, or a fan-out consumer of the stream.</summary>
    public required StreamSource Source { get; init; }

    /// <summary>The key that encrypts the application's log.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The runtime properties of the program, by the ids of their groups.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Properties { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The number of parallel tasks. With <see cref="AutoScaling"/>, the application begins with this number.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>How many tasks share a Kinesis Processing Unit (KPU), which has 1 vCPU and 4 GB of memory: 1 to 8.</summary>
    public int ParallelismPerKpu { get; init; } = 1;

    /// <summary>Whether the service adds and removes KPUs with the load. KPUs are billed by the hour.</summary>
    public bool AutoScaling { get; init; } = true;

    /// <summary>The account's limit of KPUs for one application: 64, unless AWS has raised it.</summary>
    public int KpuLimit { get; init; } = 64;

    /// <summary>The time between two checkpoints. After a failure, the application continues from the last checkpoint.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The shortest time between the end of a checkpoint and the begin of the next one.</summary>
    public TimeSpan CheckpointPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the service saves the state when the application stops or is updated, and restores it at the next start.</summary>
    public bool Snapshots { get; init; } = true;

    /// <summary>The messages in the application's log.</summary>
    public FlinkLogLevel LogLevel { get; init; } = FlinkLogLevel.Info;

    /// <summary>The detail of the metrics. Each level has more metrics than the one before, and costs more.</summary>
    public FlinkMetricsLevel MetricsLevel { get; init; } = FlinkMetricsLevel.Application;

    /// <summary>The network that the application runs in. A network of AWS, unless given.</summary>
    public PrivateNetwork? Network { get; init; }

    /// <summary>Whether Terraform starts the application. If not, it must be started by hand.</summary>
    public bool Start { get; init; }

    /// <summary>Whether Terraform may stop the application without a snapshot. The state since the last checkpoint is lost then.</summary>
    public bool ForceStop { get; init; }

    /// <summary>Terraform refuses to destroy the application, and its state, while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    internal string Checked(string id)
    {
        var most = KpuLimit * ParallelismPerKpu;
        Check.That($"Flink application '{Name}'",
        [
            Rule.Matches("name", Name, AwsNames.FlinkApplication),
            .. Code.Rules,
            Rule.Between("parallelism per KPU", ParallelismPerKpu, 1, 8),
            Rule.AtLeast("the limit of KPUs", KpuLimit, 1),
            Rule.That(Parallelism >= 1 && Parallelism <= most,
                $"parallelism must be 1 to {most}, for {KpuLimit} KPUs with parallelism {ParallelismPerKpu}, got {Parallelism}"),
            Rule.AtLeast("the checkpoint interval", CheckpointInterval.TotalSeconds, 1, "seconds"),
            Rule.AtLeast("the pause between checkpoints", CheckpointPause.TotalSeconds, 0, "seconds"),
            Rule.OneOf("log level", LogLevel),
            Rule.OneOf("metrics level", MetricsLevel),
            .. FlinkPropertyRules.For(Properties),
        ]);
        return id;
    }
}
