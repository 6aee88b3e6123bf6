namespace Nautilus.Benchmarks;

/// <summary>Prints the measurements of a case as a table.</summary>
internal static class Report
{
    public static void Print(Case stacks, IReadOnlyDictionary<string, List<Measurement>> results)
    {
        Console.WriteLine();
        Console.WriteLine($"{stacks.Name,-28}{"wall s",16}{"CPU s",16}{"peak MB",16}");
        foreach (var (name, runs) in results)
        {
            var wall = Cell(runs, run => run.WallSeconds, "0.00");
            var cpu = Cell(runs, run => run.CpuSeconds, "0.00");
            var memory = Cell(runs, run => run.PeakMegabytes, "0");
            Console.WriteLine($"{name,-28}{wall}{cpu}{memory}");
        }

        string Cell(List<Measurement> runs, Func<Measurement, double> value, string format)
        {
            var median = Median(runs.Select(value));
            var ratio = results.TryGetValue(Contestants.Reference, out var reference)
                ? $" ({median / Median(reference.Select(value)):0.0}x)"
                : "";
            return (median.ToString(format) + ratio).PadLeft(16);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
