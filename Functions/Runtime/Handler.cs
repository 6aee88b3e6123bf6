using System.Buffers;

namespace Nautilus.Functions.Runtime;

/// <summary>Handles an event: JSON in, JSON out. An exception is the failure of the invocation.</summary>
/// <param name="invocation">The event. Its bytes are valid until the handler returns.</param>
/// <param name="response">The buffer for the response, empty at first.</param>
public delegate void Handler(Invocation invocation, ArrayBufferWriter<byte> response);
