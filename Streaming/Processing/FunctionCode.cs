namespace Nautilus.Processing;

/// <summary>What a function runs: a zip file that holds a program for x86_64 Linux, by the name of <c>bootstrap</c>.</summary>
public sealed record FunctionCode
{
    private const string Program = "bootstrap";
    private const int MostMegabytes = 50;

    private readonly string _remedy;

    private FunctionCode(string path, string remedy) => (Path, _remedy) = (path, remedy);

    /// <summary>For a <see cref="TransformFunction"/>: parses, checks and completes the records of a delivery stream.</summary>
    public static FunctionCode Transform { get; } = Ours("transform");

    /// <summary>For a <see cref="StreamFunction"/> with a window: counts and measures the records of each window.</summary>
    public static FunctionCode Aggregate { get; } = Ours("aggregate");

    public static FunctionCode Zip(string path) => new(path, "build it first, or mend the path");

    internal string Path { get; }

    internal (bool, string) Check => File.Exists(Path)
        ? (ZipFiles.Holds(Path, Program) && Size <= MostMegabytes, $"code must be a zip file of {MostMegabytes} MB at most with a file {Program} at its top, got '{Path}'")
        : (false, $"code must be a file that is there, got '{Path}'; {_remedy}");

    private static FunctionCode Ours(string name) =>
        new(System.IO.Path.Combine(AppContext.BaseDirectory, "functions", $"{name}.zip"), "the build puts it there: build again");

    private double Size => new FileInfo(Path).Length / 1_000_000.0;
}
