using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>The code of a function: a zip file with a program for x86_64 Linux that is named <c>bootstrap</c>.</summary>
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

    internal string Path { get; }

    internal IEnumerable<Rule> Rules => File.Exists(Path)
        ?
        [
            Rule.That(ZipFiles.Holds(Path, Program), $"code must be a zip file with a file {Program} at its top, got '{Path}'"),
            Rule.AtMost("the size of the code in MB", Megabytes, MostMegabytes),
        ]
        : [Rule.That(false, $"code must be a file that exists, got '{Path}'; {_remedy}")];

    private double Megabytes => new FileInfo(Path).Length / 1_000_000.0;

    /// <summary>A zip file.</summary>
    /// <param name="path">The path of the file.</param>
    public static FunctionCode Zip(string path) => new(path, "build it first, or fix the path");

    private static FunctionCode Ours(string name) =>
        new(System.IO.Path.Combine(AppContext.BaseDirectory, "functions", $"{name}.zip"), "build again: the build creates this file");
}
