using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nautilus.Benchmarks;

/// <summary>The time and memory that one run of a program and all its child processes used.</summary>
internal sealed partial record Measurement(double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    public static Measurement Of(ProcessStartInfo start)
    {
        var cpuBefore = CpuOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(25))
            peak = Math.Max(peak, MegabytesOfTree(process.Id));
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} failed:\n{output.Result}{error.Result}");
        return new(wall, CpuOfChildren() - cpuBefore, peak);
    }

    /// <summary>Resident memory of a process and all its descendants. Shared pages count in each process.</summary>
    private static double MegabytesOfTree(int root)
    {
        var parents = new Dictionary<int, List<int>>();
        var pages = new Dictionary<int, long>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var pid) && TryRead(pid, out var parent, out var resident))
            {
                pages[pid] = resident;
                (CollectionsMarshal.GetValueRefOrAddDefault(parents, parent, out _) ??= []).Add(pid);
            }

        return Sum(root) * Environment.SystemPageSize / 1e6;

        long Sum(int pid) => pages.GetValueOrDefault(pid) + (parents.TryGetValue(pid, out var children) ? children.Sum(Sum) : 0);
    }

    private static bool TryRead(int pid, out int parent, out long residentPages)
    {
        (parent, residentPages) = (0, 0);
        try
        {
            // pid (name) state ppid …; the 24th field is the resident set, in pages.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            (parent, residentPages) = (int.Parse(fields[1]), long.Parse(fields[21]));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static double CpuOfChildren()
    {
        const int children = -1;
        _ = GetResourceUsage(children, out var usage);
        return usage.UserSeconds + usage.SystemSeconds + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
