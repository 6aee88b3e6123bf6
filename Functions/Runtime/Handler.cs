using System.Buffers;

namespace Nautilus.Functions.Runtime;

/// <summary>Answers an event: JSON in, JSON out.</summary>
public delegate void Handler(Invocation invocation, ArrayBufferWriter<byte> response);

/// <summary>One event, and what Lambda says with it. The event's bytes are gone with the next invocation.</summary>
public sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Event)
{
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    public string FunctionArn { get; init; } = "";

    public string? TraceId { get; init; }
}
