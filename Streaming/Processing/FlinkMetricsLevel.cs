namespace Nautilus.Processing;

/// <summary>The detail of the metrics of a Flink application. CloudWatch bills each metric.</summary>
public enum FlinkMetricsLevel
{
    /// <summary>Metrics of the application as a whole.</summary>
    Application,

    /// <summary>Also metrics of each task.</summary>
    Task,

    /// <summary>Also metrics of each operator.</summary>
    Operator,

    /// <summary>Also metrics of each parallel instance of an operator. AWS advises against it with a parallelism above 64.</summary>
    Parallelism,
}
