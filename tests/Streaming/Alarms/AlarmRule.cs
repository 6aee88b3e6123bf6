using System.Text.Json.Nodes;

namespace Tests.Streaming.Alarms;

/// <summary>A rule that every alarm must follow.</summary>
/// <param name="Name">The rule.</param>
/// <param name="Offences">How an alarm with these attributes breaks the rule.</param>
internal sealed record AlarmRule(string Name, Func<JsonObject, IEnumerable<string>> Offences)
{
    /// <summary>Attributes with which a good alarm breaks the rule. Null removes an attribute.</summary>
    public required string[] Violated { get; init; }
}
