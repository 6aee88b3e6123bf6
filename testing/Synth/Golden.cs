using System.Text.Json.Nodes;

namespace Nautilus.Testing.Synth;

/// <summary>A file that somebody has reviewed: the whole of what a stack synthesizes.</summary>
internal static class Golden
{
    public static string PathOf(string stack) => Repository.PathOf("tests", "Stacks", $"{stack}.tf.json");

    public static JsonObject Read(string stack) => JsonNode.Parse(File.ReadAllText(PathOf(stack)))!.AsObject();

    public static IEnumerable<string> All() => Directory.GetFiles(Repository.PathOf("tests", "Stacks"), "*.tf.json")
        .Select(file => Path.GetFileName(file)[..^".tf.json".Length])
        .Order(StringComparer.Ordinal);

    /// <summary>Fails where the synthesized JSON differs from the reviewed, and writes the former beside the latter.</summary>
    public static void Verify(string stack, string synthesized)
    {
        var golden = PathOf(stack);
        var received = Path.ChangeExtension(Path.ChangeExtension(golden, null), ".received.json");
        var reviewed = File.Exists(golden) ? File.ReadAllText(golden).TrimEnd() : "";
        if (synthesized == reviewed)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, synthesized + "\n");
        TestFailure.Report($"""
            The stack is not the reviewed one. The first difference, in line {FirstDifference(reviewed, synthesized)}
            Read   git diff --no-index {Relative(golden)} {Relative(received)}
            Accept mv {Relative(received)} {Relative(golden)}
            """);
    }

    private static string FirstDifference(string reviewed, string synthesized)
    {
        var old = reviewed.Split('\n');
        var now = synthesized.Split('\n');
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"""
            {line + 1}:
              reviewed    {old.ElementAtOrDefault(line)?.Trim() ?? "(the end)"}
              synthesized {now.ElementAtOrDefault(line)?.Trim() ?? "(the end)"}
            """;
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
