namespace Nautilus.Functions.Aggregate;

/// <summary>The settings of the function, from its environment variables. The user sets the first two, Lambda sets the others.</summary>
internal sealed record Settings
{
    /// <summary>The Firehose stream that receives the results; null if the function writes metrics only.</summary>
    public string? DeliveryStream { get; init; }

    public string Namespace { get; init; } = "Nautilus/Events";

    public string Region { get; init; } = "us-east-1";

    /// <summary>An endpoint that replaces AWS's, for tests.</summary>
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
