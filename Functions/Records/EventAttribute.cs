using System.Text.Json;

namespace Nautilus.Functions.Records;

/// <summary>A field outside of the schema.</summary>
/// <param name="Name">The name in snake case, a slice of <see cref="EventReader.Names"/>.</param>
/// <param name="Value">The value, a slice of the event's JSON. Text is without its quotes.</param>
/// <param name="Type">The kind of JSON that the value is.</param>
public readonly record struct EventAttribute(Slice Name, Slice Value, JsonTokenType Type);
