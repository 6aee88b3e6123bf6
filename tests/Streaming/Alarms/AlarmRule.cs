using System.Text.Json.Nodes;

namespace Tests.Streaming.Alarms;

/// <summary>What every alarm must be like.</summary>
/// <param name="Name">The rule.</param>
/// <param name="Offences">What in an alarm's attributes breaks it.</param>
internal sealed record AlarmRule(string Name, Func<JsonObject, IEnumerable<string>> Offences)
{
    /// <summary>Proof that the rule can fail: what a good alarm has otherwise. Null takes an attribute away.</summary>
    public required string[] Violated { get; init; }
}
