using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// Counts values in bins that grow by a fixed ratio, so that a quantile is off by at most 2 %, whatever the values are.
/// Sketches can be added without loss, because all have the same bins. When there are too many bins, the values nearest to
/// zero count as zero: they are small beside the largest values, which stay exact to 2 %.
/// </summary>
internal sealed class Sketch
{
    public const double RelativeError = 0.02;

    /// <summary>Enough if the largest value is up to 28,000 times the smallest, or 160 times on each side of zero.</summary>
    public const int MaximumBins = 256;

    private const double Growth = (1 + RelativeError) / (1 - RelativeError);
    private const double Smallest = 1e-9;

    private static readonly double LogGrowth = Math.Log(Growth);

    // The bin of the smallest value is 1. Bin 0 is for zero; negative values mirror the positive ones.
    private static readonly int Offset = 1 - (int)Math.Ceiling(Math.Log(Smallest) / LogGrowth);

    private readonly SortedDictionary<int, long> _bins = [];

    public long Count { get; private set; }

    public int Bins => _bins.Count;

    public void Add(double value) => Add(BinOf(value), 1);

    public void Add(Sketch other)
    {
        foreach (var (bin, count) in other._bins)
            Add(bin, count);
    }

    /// <summary>The value below which this share of the values lies. The share is from 0 to 1.</summary>
    public double Quantile(double share)
    {
        var rank = share * (Count - 1);
        var before = 0L;
        foreach (var (bin, count) in _bins)
        {
            before += count;
            if (before > rank)
                return ValueOf(bin);
        }

        throw new InvalidOperationException("a sketch without values has no quantiles");
    }

    /// <summary>A flat array: bin, count, bin, count, …</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var (bin, count) in _bins)
        {
            json.WriteNumberValue(bin);
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
    }

    public static Sketch Read(JsonElement bins)
    {
        var sketch = new Sketch();
        for (var i = 0; i < bins.GetArrayLength(); i += 2)
            sketch.Add(bins[i].GetInt32(), bins[i + 1].GetInt64());
        return sketch;
    }

    private void Add(int bin, long count)
    {
        _bins[bin] = _bins.GetValueOrDefault(bin) + count;
        Count += count;
        while (_bins.Count > MaximumBins)
        {
            var nearest = _bins.Keys.Where(known => known != 0).MinBy(Math.Abs);
            _bins[0] = _bins.GetValueOrDefault(0) + _bins[nearest];
            _bins.Remove(nearest);
        }
    }

    private static int BinOf(double value) =>
        Math.Abs(value) < Smallest ? 0 : Math.Sign(value) * ((int)Math.Ceiling(Math.Log(Math.Abs(value)) / LogGrowth) + Offset);

    private static double ValueOf(int bin) =>
        bin == 0 ? 0 : Math.Sign(bin) * Math.Min(double.MaxValue, 2 / (Growth + 1) * Math.Exp((Math.Abs(bin) - Offset) * LogGrowth));
}
