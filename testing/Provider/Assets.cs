using System.Text.Json.Nodes;

namespace Nautilus.Testing.Provider;

/// <summary>The files that a stack names below <c>assets/</c>: a synth puts them beside its configuration, and Terraform reads them while it plans.</summary>
internal static class Assets
{
    public static void PutBeside(string folder, JsonNode stack)
    {
        foreach (var asset in In(stack).Distinct())
        {
            var file = Path.Combine(folder, asset);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "functions", Path.GetFileName(asset)), file, overwrite: true);
        }
    }

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => In(property.Value)),
        JsonArray items => items.SelectMany(In),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("assets/", StringComparison.Ordinal) => [text],
        _ => [],
    };
}
