using System.Text.Json;
using System.Text.Json.Nodes;
using Nautilus.Review.Safety;

namespace Nautilus.App;

/// <summary>Prints what is dangerous in the deployment of a synthesized stack onto its state.</summary>
internal static class SafetyCheck
{
    private const int Found = 2;

    private static string Stacks => Path.Combine(
        Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } folder ? folder : "cdktf.out", "stacks");

    /// <param name="stack">The stack's id.</param>
    /// <param name="stateFile">The output of <c>terraform show -json</c>. Without it, Terraform is asked.</param>
    public static int Run(string stack, string? stateFile = null)
    {
        var folder = FolderOf(stack);
        var configuration = Parse(Path.Combine(folder, "cdk.tf.json"), File.ReadAllText);
        var state = stateFile is null ? Parse($"terraform show -json, in {folder}", _ => StateIn(folder)) : Parse(stateFile, Read);
        if (state["format_version"] is null)
            throw new ArgumentException(
                $"{stateFile ?? folder}: it must be the output of 'terraform show -json', got JSON without a format_version");

        var dangers = PlanSafety.Dangers(configuration, state);
        Console.Out.WriteLine(dangers.Count > 0
            ? string.Join("\n\n", dangers)
            : $"{stack}: {PlanSafety.Deployed(state)} resources of the state compared with the stack, nothing dangerous");
        return dangers.Count > 0 ? Found : 0;
    }

    private static string FolderOf(string stack)
    {
        var synthesized = Directory.Exists(Stacks)
            ? Directory.GetDirectories(Stacks).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (synthesized.Length == 0)
            throw new ArgumentException($"nothing is synthesized in {Stacks}; run 'npx cdktf-cli@0.21.0 synth' first");
        if (!synthesized.Contains(stack))
            throw new ArgumentException($"there is no stack '{stack}' in {Stacks}; there is {string.Join(", ", synthesized)}");
        return Path.Combine(Stacks, stack);
    }

    private static string StateIn(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, ".terraform")))
            TerraformCli.Run(folder, "init", "-input=false", "-no-color");
        return TerraformCli.Run(folder, "show", "-json", "-no-color");
    }

    private static string Read(string file) =>
        File.Exists(file) ? File.ReadAllText(file) : throw new ArgumentException($"{file}: not found");

    private static JsonObject Parse(string source, Func<string, string> read)
    {
        try
        {
            return JsonNode.Parse(read(source)) as JsonObject ?? throw new ArgumentException($"{source}: not a JSON object");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"{source}: {error.Message}", error);
        }
    }
}
