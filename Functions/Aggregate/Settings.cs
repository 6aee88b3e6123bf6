namespace Nautilus.Functions.Aggregate;

/// <summary>What the function's environment says: the first two are the user's, the others Lambda's own.</summary>
internal sealed record Settings
{
    /// <summary>The Firehose stream for the results, as records; null for metrics alone.</summary>
    public string? DeliveryStream { get; init; }

    public string Namespace { get; init; } = "Nautilus/Events";

    public string Region { get; init; } = "us-east-1";

    /// <summary>Another AWS, for tests.</summary>
    public Uri? Endpoint { get; init; }

    public Uri FirehoseEndpoint =>
        Endpoint ?? new($"https://firehose.{Region}.amazonaws.com{(Region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}");

    public static Settings FromEnvironment()
    {
        var defaults = new Settings();
        return new()
        {
            DeliveryStream = Value("DELIVERY_STREAM"),
            Namespace = Value("METRIC_NAMESPACE") ?? defaults.Namespace,
            Region = Value("AWS_REGION") ?? defaults.Region,
            Endpoint = (Value("AWS_ENDPOINT_URL_FIREHOSE") ?? Value("AWS_ENDPOINT_URL")) is { } url ? new(url) : null,
        };
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
