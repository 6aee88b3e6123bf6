namespace Nautilus.Delivery;

/// <summary>What each destination is configured with.</summary>
internal sealed record Delivery(string Name, string Role, DeliveryLog Log, string? Transform)
{
    /// <summary>
    /// What a transformation gives back must stay below the 6 MB of an answer of Lambda, and may be many times as much as what it got:
    /// so it gets as little at once as Firehose can give.
    /// </summary>
    private const string TransformMegabytes = "0.2";

    /// <summary>What is Firehose's default is left out: the provider would see a change in each plan.</summary>
    public IEnumerable<(string Name, string Value)> TransformParameters => [("LambdaArn", Transform!), ("BufferSizeInMBs", TransformMegabytes)];
}
