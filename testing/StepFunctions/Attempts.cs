using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>
/// How often a task has been tried again, for each of its retriers:
/// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
/// </summary>
internal sealed class Attempts(JsonArray? retriers)
{
    private const int DefaultMaxAttempts = 3;

    private readonly Dictionary<JsonObject, int> _made = [];

    public bool Again(TaskException error)
    {
        if (Match(retriers, error) is not { } retrier)
            return false;
        Fields.Check("Retry", retrier, "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy");
        _made[retrier] = _made.GetValueOrDefault(retrier) + 1;
        return _made[retrier] <= ((int?)retrier["MaxAttempts"] ?? DefaultMaxAttempts);
    }

    /// <summary>The first retrier or catcher whose ErrorEquals has the error.</summary>
    public static JsonObject? Match(JsonArray? rules, TaskException error) => (rules ?? [])
        .Select(rule => rule!.AsObject())
        .FirstOrDefault(rule => rule["ErrorEquals"]!.AsArray().Any(name => Includes((string)name!, error.Error)));

    private static bool Includes(string name, string error) => name switch
    {
        "States.ALL" => true,
        "States.TaskFailed" => !error.StartsWith("States.", StringComparison.Ordinal) || error == name,
        _ => name == error,
    };
}
