namespace Nautilus.Processing;

/// <summary>The messages that a Flink application writes to its log.</summary>
public enum FlinkLogLevel
{
    /// <summary>All messages. AWS advises against it in production: it slows the application down.</summary>
    Debug,

    /// <summary>Messages about the normal work, warnings and errors.</summary>
    Info,

    /// <summary>Warnings and errors.</summary>
    Warn,

    /// <summary>Errors.</summary>
    Error,
}
