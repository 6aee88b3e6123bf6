using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Benchmarks;

/// <summary>A way to synthesize the stacks.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Folder">The working directory.</param>
/// <param name="Streams">The program of the stream cases, and its arguments before the case.</param>
internal sealed record Contestant(string Name, string Folder, string[] Streams)
{
    /// <summary>The program of the app itself and its arguments; null if the contestant has only streams.</summary>
    public string[]? App { get; init; }

    /// <summary>The folder in which Node.js finds the packages of a TypeScript program.</summary>
    public string? NodePath { get; init; }

    /// <summary>How to build the contestant, if it is not built.</summary>
    public string? Missing { get; init; }

    public bool Has(Case stacks) => Missing is null && (stacks.Argument ?? (object?)App) is not null;

    public Measurement Synthesize(Case stacks)
    {
        string[] command = stacks.Argument is null ? App! : [.. Streams, stacks.Argument];
        Directory.CreateDirectory(Folder);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CDKTF_CONTEXT_JSON"] = """{ "tags": { "Project": "nautilus" } }""";
        start.Environment["NODE_PATH"] = NodePath;
        return Measurement.Of(start);
    }

    /// <summary>Throws if two programs synthesize different Terraform: a program must not be faster because it does less.</summary>
    public static void ShouldSynthesizeTheSame(IEnumerable<Contestant> contestants, Case stacks)
    {
        var (first, others) = contestants.ToArray() is [var one, .. var rest] ? (one, rest) : throw new ArgumentException("no contestant");
        var expected = first.Output(stacks);
        foreach (var other in others)
            if (other.Output(stacks) is var output && !JsonNode.DeepEquals(expected, output))
                throw new InvalidOperationException(
                    $"{stacks.Name}: {first.Name} and {other.Name} synthesize different Terraform:\n{expected}\n{output}");
    }

    private JsonObject Output(Case stacks)
    {
        var folder = Path.Combine(Folder, "cdktf.out");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Synthesize(stacks);
        var output = new JsonObject(Directory.GetFiles(folder, "cdk.tf.json", SearchOption.AllDirectories).Select(
            file => KeyValuePair.Create(Path.GetRelativePath(folder, file), JsonNode.Parse(File.ReadAllText(file)))));
        RemoveMetadata(output);
        return output;
    }

    private static void RemoveMetadata(JsonNode? node)
    {
        if (node is JsonObject values)
        {
            values.Remove("//");
            foreach (var value in values)
                RemoveMetadata(value.Value);
        }
    }
}
