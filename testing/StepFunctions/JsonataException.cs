namespace Nautilus.Testing.StepFunctions;

internal sealed class JsonataException(string message) : Exception(message);
