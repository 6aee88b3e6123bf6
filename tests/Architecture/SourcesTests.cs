using System.Text.RegularExpressions;
using Nautilus.Testing;

namespace Tests.Architecture;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourcesTests
{
    private const int LongestLine = 140;
    private const int LongestProductFile = 200;
    private const int LongestTestFile = 250;
    private const double Short = 0.9;
    private const int ShortTestFile = 140;

    /// <summary>The root namespace of each folder of the repository.</summary>
    private static readonly Dictionary<string, string> Roots = new()
    {
        ["Stacks"] = "Nautilus.Stacks", ["App"] = "Nautilus.App", ["Streaming"] = "Nautilus", ["Review"] = "Nautilus.Review",
        ["Functions"] = "Nautilus.Functions", ["testing"] = "Nautilus.Testing", ["tests"] = "Tests",
    };

    private static readonly (string Path, string[] Lines)[] Sources =
    [
        .. from folder in Roots.Keys
           from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
           select (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllLines(file)),
    ];

    [Fact]
    public void Lines_end_by_column_140() =>
        (from source in Sources
         from line in source.Lines.Index()
         where line.Item.Length > LongestLine
         select $"{source.Path}:{line.Index + 1}").Should().BeEmpty();

    [Fact]
    public void Files_of_the_product_are_short() =>
        Sources.Where(source => !IsTest(source.Path) && source.Lines.Length > LongestProductFile).Select(source => source.Path)
            .Should().BeEmpty();

    [Fact]
    public void Files_of_tests_are_short()
    {
        var tests = Sources.Where(source => IsTest(source.Path)).ToArray();

        tests.Where(source => source.Lines.Length > LongestTestFile).Select(source => source.Path).Should().BeEmpty();
        tests.Count(source => source.Lines.Length <= ShortTestFile).Should().BeGreaterThan((int)(tests.Length * Short));
    }

    [Fact]
    public void A_folder_is_a_namespace() =>
        (from source in Sources
         let space = source.Lines.Select(line => Namespace().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value
         where space is not null && space != NamespaceOf(source.Path)
         select $"{source.Path} has the namespace {space}").Should().BeEmpty();

    private static bool IsTest(string path) => path.StartsWith("tests/", StringComparison.Ordinal);

    private static string NamespaceOf(string path)
    {
        var folders = path.Split('/')[..^1];
        return string.Join('.', folders[1..].Prepend(Roots[folders[0]]));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);")]
    private static partial Regex Namespace();
}
