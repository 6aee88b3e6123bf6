namespace Nautilus.Delivery;

/// <summary>The parts of a delivery stream that the configuration of each destination refers to.</summary>
internal sealed record Delivery(string Name, string Role, DeliveryLog Log, string? Transform)
{
    /// <summary>
    /// The smallest buffer that Firehose has for a transformation. The response of Lambda must stay below 6 MB, and can be many times as
    /// large as the request.
    /// </summary>
    private const string TransformMegabytes = "0.2";

    /// <summary>Without the defaults of Firehose: the provider would show them as a change in each plan.</summary>
    public IEnumerable<(string Name, string Value)> TransformParameters =>
        [("LambdaArn", Transform!), ("BufferSizeInMBs", TransformMegabytes)];
}
