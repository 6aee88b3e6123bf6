using System.Text.RegularExpressions;
using Nautilus.Testing;

namespace Tests.Bindings;

/// <summary>The version of the C# bindings ends in a hash of their sources.</summary>
public sealed class FingerprintTests
{
    // What decides when bindings are made, and not what is in them.
    private static readonly string[] WithoutInfluence =
        ["feed.mjs", "fingerprint.props", "lock.mjs", "package.json", "README.md", "tools.mjs"];

    [Fact]
    public void All_sources_are_a_part_of_it()
    {
        var bindings = Repository.PathOf("bindings");
        var sources = Directory.EnumerateFiles(bindings)
            .Concat(Directory.EnumerateFiles(Path.Combine(bindings, "runtime"), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(bindings, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith('.') && !file.Contains("/obj/", StringComparison.Ordinal) && !WithoutInfluence.Contains(file));

        var listed = Regex.Matches(File.ReadAllText(Path.Combine(bindings, "fingerprint.props")), @"\(BindingsFolder\)([^']+)'")
            .Select(match => match.Groups[1].Value);

        listed.Should().BeEquivalentTo(sources);
    }
}
