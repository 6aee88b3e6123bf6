namespace Nautilus.Functions.Runtime;

/// <summary>The Runtime API can't be reached, or refuses a call. Lambda starts a new process when this one exits.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
