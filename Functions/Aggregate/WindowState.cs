using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// The state that Lambda carries from one invocation of a window to the next. Lambda ends a window early when its state is
/// larger than 1 MB: the limits on keys, bins and remembered records keep it below that.
/// </summary>
internal sealed class WindowState
{
    public const int MaximumKeys = 200;

    /// <summary>The key of all events whose type appears after the first <see cref="MaximumKeys"/> types.</summary>
    public const string OtherKey = "_other";

    private readonly SortedDictionary<string, KeyStatistics> _keys = new(StringComparer.Ordinal);

    public SeenRecords Seen { get; private init; } = new();

    public long Duplicates { get; set; }

    public IReadOnlyDictionary<string, KeyStatistics> Keys => _keys;

    public KeyStatistics Of(string key)
    {
        if (_keys.TryGetValue(key, out var known))
            return known;
        if (_keys.Count >= MaximumKeys && key != OtherKey)
            return Of(OtherKey);
        return _keys[key] = new();
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("duplicates", Duplicates);
        json.WriteStartObject("keys");
        foreach (var (key, statistics) in _keys)
        {
            json.WritePropertyName(key);
            statistics.Write(json);
        }

        json.WriteEndObject();
        json.WriteBase64String("seen", Seen.ToBytes());
        json.WriteEndObject();
    }

    /// <summary>The first event of a window has no state, or an empty one.</summary>
    public static WindowState Read(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object || !state.TryGetProperty("keys", out var keys))
            return new();
        var read = new WindowState
        {
            Duplicates = state.GetProperty("duplicates").GetInt64(),
            Seen = SeenRecords.Of(state.GetProperty("seen").GetBytesFromBase64()),
        };
        foreach (var key in keys.EnumerateObject())
            read._keys[key.Name] = KeyStatistics.Read(key.Value);
        return read;
    }
}
