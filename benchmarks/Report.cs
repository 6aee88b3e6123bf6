namespace Nautilus.Benchmarks;

/// <summary>Prints the measurements as a table.</summary>
internal static class Report
{
    public static void Print(IReadOnlyDictionary<string, List<Measurement>> results, int rounds, string against)
    {
        Console.WriteLine($"Synthesis of the stream stacks: median of {rounds} rounds, and the ratio to {against}");
        Console.WriteLine($"{"",-16}{"wall s",16}{"CPU s",16}{"peak MB",16}");
        foreach (var (name, runs) in results)
        {
            var wall = Cell(runs, run => run.WallSeconds, "0.00");
            var cpu = Cell(runs, run => run.CpuSeconds, "0.00");
            var memory = Cell(runs, run => run.PeakMegabytes, "0");
            Console.WriteLine($"{name,-16}{wall}{cpu}{memory}");
        }

        string Cell(List<Measurement> runs, Func<Measurement, double> value, string format)
        {
            var median = Median(runs.Select(value));
            return $"{median.ToString(format)} ({median / Median(results[against].Select(value)):0.0}x)".PadLeft(16);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
