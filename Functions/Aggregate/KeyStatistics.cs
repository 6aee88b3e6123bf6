using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>The statistics of one key in a window.</summary>
internal sealed class KeyStatistics
{
    private Sketch _sketch = new();

    public long Count { get; private set; }

    /// <summary>The events that happened before the start of the window.</summary>
    public long Late { get; private set; }

    public long Values => _sketch.Count;

    public double Sum { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public double Quantile(double share) => Math.Clamp(_sketch.Quantile(share), Minimum, Maximum);

    public void Add(double? value, bool isLate)
    {
        Count++;
        if (isLate)
            Late++;
        if (value is not { } number)
            return;
        Sum = Math.Clamp(Sum + number, double.MinValue, double.MaxValue);
        Minimum = Math.Min(Minimum, number);
        Maximum = Math.Max(Maximum, number);
        _sketch.Add(number);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("count", Count);
        json.WriteNumber("late", Late);
        if (Values > 0)
        {
            json.WriteNumber("sum", Sum);
            json.WriteNumber("min", Minimum);
            json.WriteNumber("max", Maximum);
            json.WritePropertyName("bins");
            _sketch.Write(json);
        }

        json.WriteEndObject();
    }

    public static KeyStatistics Read(JsonElement state)
    {
        var statistics = new KeyStatistics { Count = state.GetProperty("count").GetInt64(), Late = state.GetProperty("late").GetInt64() };
        if (state.TryGetProperty("bins", out var bins))
        {
            statistics.Sum = state.GetProperty("sum").GetDouble();
            statistics.Minimum = state.GetProperty("min").GetDouble();
            statistics.Maximum = state.GetProperty("max").GetDouble();
            statistics._sketch = Sketch.Read(bins);
        }

        return statistics;
    }
}
