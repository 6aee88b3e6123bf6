using System.Text.Json.Nodes;

namespace Nautilus.Testing.Terraform;

/// <summary>
/// The files that a stack names below <c>assets/</c>, such as the code of a function. A synth writes them beside the configuration,
/// and Terraform reads them while it plans. Here they come from the output folder of the tests, else from <c>cdktf.out</c>.
/// </summary>
internal static class Assets
{
    private const string Prefix = "assets/";

    public static void PutBeside(string folder, JsonNode stack)
    {
        foreach (var asset in In(stack).Distinct())
        {
            var file = Path.Combine(folder, asset);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Find(asset), file, overwrite: true);
        }
    }

    private static string Find(string asset) =>
        FromTheTests(Path.GetFileName(asset)) ?? FromTheLastSynth(asset) ?? throw new InvalidOperationException(
            $"no file for '{asset}': there is no '{Path.GetFileName(asset)}' below {AppContext.BaseDirectory}, and no '{asset}' "
            + "below cdktf.out/stacks; copy the file to the output of the tests (CopyToOutputDirectory), or run cdktf synth first");

    private static string? FromTheTests(string name) =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, name, SearchOption.AllDirectories).FirstOrDefault();

    private static string? FromTheLastSynth(string asset)
    {
        var stacks = Repository.PathOf("cdktf.out", "stacks");
        return Directory.Exists(stacks)
            ? Directory.EnumerateDirectories(stacks).Select(stack => Path.Combine(stack, asset)).FirstOrDefault(File.Exists)
            : null;
    }

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => In(property.Value)),
        JsonArray items => items.SelectMany(In),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(Prefix, StringComparison.Ordinal) => [text],
        _ => [],
    };
}
