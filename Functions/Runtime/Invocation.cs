namespace Nautilus.Functions.Runtime;

/// <summary>An event, and the data that Lambda sends with it.</summary>
/// <param name="RequestId">The id of the request, as in Lambda's own log lines.</param>
/// <param name="Event">The event's JSON. The bytes are valid until the next invocation.</param>
public sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Event)
{
    /// <summary>The time at which Lambda ends the invocation.</summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The ARN that the caller used, with the version or alias if it named one.</summary>
    public string FunctionArn { get; init; } = "";

    /// <summary>The X-Ray trace of the invocation; null without one.</summary>
    public string? TraceId { get; init; }
}
