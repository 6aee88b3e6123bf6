namespace Nautilus.Functions.Runtime;

/// <summary>The Runtime API is gone or refuses to go on. Lambda starts a new process when this one exits.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
