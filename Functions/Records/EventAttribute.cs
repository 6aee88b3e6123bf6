using System.Text.Json;

namespace Nautilus.Functions.Records;

/// <summary>A field outside of the schema: its name in <see cref="EventReader.Names"/>, its JSON a slice of what was read.</summary>
public readonly record struct EventAttribute(Slice Name, Slice Value, JsonTokenType Type);
