namespace Nautilus.Alarms;

/// <summary>What a period without a data point counts as.</summary>
internal static class Missing
{
    /// <summary>All is well: the metric is reported only when there is something to count.</summary>
    public const string IsGood = "notBreaching";

    /// <summary>Nothing: the alarm keeps its state.</summary>
    public const string ChangesNothing = "ignore";
}
