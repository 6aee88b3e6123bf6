using System.Globalization;

namespace Nautilus.Testing.Simulation;

/// <summary>Traffic of several kinds, alike in every run.</summary>
public static class Traces
{
    private const int Day = 24 * 60;

    /// <summary>A day without any change.</summary>
    public static Trace Steady() => new("steady", Minutes(1, _ => 5.6));

    /// <summary>A sine with a period of a day, with noise on each minute.</summary>
    /// <param name="trough">The lowest traffic, in MB/s.</param>
    /// <param name="peak">The highest traffic, in MB/s.</param>
    /// <param name="noise">The standard deviation of the noise, as a share of the traffic.</param>
    /// <param name="seed">Selects the noise.</param>
    /// <param name="phase">Where in the day the trace begins, from 0 to 1; 0 is the trough.</param>
    /// <param name="days">The length.</param>
    public static Trace Wave(double trough = 4, double peak = 20, double noise = 0.05, int seed = 1, double phase = 0, int days = 2)
    {
        var random = new Random(seed);
        var (middle, swing) = ((trough + peak) / 2, (peak - trough) / 2);
        return new($"daily wave {trough:0.#}–{peak:0.#} MB/s", Minutes(days, minute =>
            (middle - (swing * Math.Cos(2 * Math.PI * ((minute / (double)Day) + phase)))) * Noise(random, noise)));
    }

    /// <summary>A day's wave for a stream of about this size, whose keys a hash spreads over the shards.</summary>
    /// <param name="shards">The shards that the peak needs at 70 %.</param>
    /// <param name="keys">The number of keys.</param>
    /// <param name="exponent">0 for equal keys; above, by the law of Zipf.</param>
    public static Trace Keyed(int shards, int keys, double exponent = 0) => Wave(0.25 * shards, 0.7 * shards, days: 1) with
    {
        Name = string.Create(
            CultureInfo.InvariantCulture, $"{shards} shards, {keys:N0} {(exponent == 0 ? "equal keys" : $"keys, Zipf {exponent}")}"),
        Keys = new(keys, exponent),
        Max = 3 * shards,
    };

    /// <summary>A day in which the traffic rises within five minutes, stays for two hours and falls within one.</summary>
    /// <param name="times">How many times the usual traffic comes.</param>
    public static Trace FlashCrowd(double times = 8) => new($"flash crowd, {times:0} times in 5 minutes", Minutes(1, minute =>
        3 * (1 + ((times - 1) * Math.Clamp((minute - 600) / 5.0, 0, 1) * Math.Clamp((780 - minute) / 60.0, 0, 1)))));

    /// <summary>A day in which the first six minutes of each hour bring three times the traffic.</summary>
    public static Trace HourlyBursts() => new("bursts every hour", Minutes(1, minute => minute % 60 < 6 ? 12 : 4));

    /// <summary>Two days in which the traffic grows steadily to four times.</summary>
    public static Trace SlowGrowth() => new("slow growth, 4 times in 2 days", Minutes(2, minute => 4 * Math.Pow(4, minute / (2.0 * Day))));

    /// <summary>A day of even traffic with noise, at a level where a scaling with one threshold changes all the time.</summary>
    /// <param name="seed">Selects the noise.</param>
    public static Trace NoiseAtAThreshold(int seed = 1)
    {
        var random = new Random(seed);
        return new("noise at a threshold", Minutes(1, _ => 8.2 * Noise(random, 0.07)));
    }

    /// <summary>A day in which the consumer stops in the fifth hour, and the traffic falls to a fifth in the sixth.</summary>
    public static Trace DeadConsumer() => new("dead consumer", Minutes(1, minute => minute < 300 ? 10 : 2))
    {
        Lag = minute => minute < 240 ? 200 : (minute - 240) * 60000.0,
    };

    /// <summary>Three months by the hour: less traffic at weekends and in summer.</summary>
    public static Trace Quarter()
    {
        var random = new Random(7);
        var hours = Enumerable.Range(0, 90 * 24).Select(hour =>
        {
            var (ofDay, day) = (hour % 24, hour / 24);
            var wave = 1 - (0.6 * Math.Cos(2 * Math.PI * (ofDay - 3) / 24));
            var week = day % 7 >= 5 ? 0.6 : 1;
            var season = 1 + (0.3 * Math.Cos(2 * Math.PI * day / 365));
            return 8 * wave * week * season * Noise(random, 0.04);
        }).ToArray();
        return new("a quarter by the hour", [.. Enumerable.Range(0, 90 * Day).Select(minute => Between(hours, minute))]) { Tick = 60 };
    }

    private static double Between(double[] hours, int minute)
    {
        var (hour, part) = (minute / 60, minute % 60 / 60.0);
        return (hours[hour] * (1 - part)) + (hours[Math.Min(hour + 1, hours.Length - 1)] * part);
    }

    private static double[] Minutes(int days, Func<int, double> megabytes) => [.. Enumerable.Range(0, days * Day).Select(megabytes)];

    private static double Noise(Random random, double sigma) =>
        Math.Max(0.1, 1 + (sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));
}
