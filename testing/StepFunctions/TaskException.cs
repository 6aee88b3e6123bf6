namespace Nautilus.Testing.StepFunctions;

/// <summary>An error of a task, or of a whole execution. The message is the cause.</summary>
/// <param name="error">The name of the error, such as <c>Kinesis.LimitExceededException</c>.</param>
/// <param name="cause">The cause.</param>
public sealed class TaskException(string error, string cause) : Exception(cause)
{
    /// <summary>The name of the error, as Retry and Catch match it.</summary>
    public string Error => error;
}
