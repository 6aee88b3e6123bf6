using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>How often a task has been tried for each of its retriers.</summary>
internal sealed class Attempts(JsonArray? retriers)
{
    private readonly Dictionary<JsonObject, int> _made = [];

    public bool Again(TaskError error)
    {
        if (Match(retriers, error) is not { } retrier)
            return false;
        Fields.Check("Retry", retrier, "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy");
        _made[retrier] = _made.GetValueOrDefault(retrier) + 1;
        return _made[retrier] <= ((int?)retrier["MaxAttempts"] ?? 3);
    }

    /// <summary>The first that names the error, or stands for it.</summary>
    public static JsonObject? Match(JsonArray? rules, TaskError error) =>
        rules?.Select(rule => rule!.AsObject()).FirstOrDefault(rule => rule["ErrorEquals"]!.AsArray().Any(name => Stands((string)name!, error.Error)));

    private static bool Stands(string name, string error) => name switch
    {
        "States.ALL" => true,
        "States.TaskFailed" => !error.StartsWith("States.", StringComparison.Ordinal) || error == name,
        _ => name == error,
    };
}
