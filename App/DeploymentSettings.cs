using System.Text.Json;
using System.Text.Json.Serialization;
using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>Reads a <see cref="Deployment"/> from the <c>context</c> of cdktf.json.</summary>
public static class DeploymentSettings
{
    /// <summary>The variable in which the CDKTF CLI passes the context. Without the CLI, cdktf.json is read.</summary>
    private const string ContextVariable = "CDKTF_CONTEXT_JSON";

    /// <summary>The deployment that the CDKTF CLI passes on, or that cdktf.json describes.</summary>
    public static Deployment Read() =>
        Environment.GetEnvironmentVariable(ContextVariable) is { Length: > 0 } context
            ? Parse(context)
            : FromFile("cdktf.json");

    /// <summary>The deployment that a context describes, as JSON.</summary>
    public static Deployment Parse(string context)
    {
        var settings = As<Settings>(context);
        Check.That("cdktf.json, context", settings.Others.Keys.Select(key =>
            Rule.That(CdktfKeys.Contains(key), $"a setting must be environment, region, tags or backend, got '{key}'")));

        var defaults = new Deployment();
        return new Deployment
        {
            Environment = settings.Environment ?? defaults.Environment,
            Region = settings.Region ?? defaults.Region,
            Tags = settings.Tags ?? defaults.Tags,
            Backend = BackendSettings.Read(settings.Backend, settings.Region ?? defaults.Region),
        }.Checked();
    }

    private static Deployment FromFile(string file)
    {
        Check.That(file, Rule.That(File.Exists(file), $"not found in {Directory.GetCurrentDirectory()}; run this where cdktf.json is"));
        return Parse(As<ProjectFile>(File.ReadAllText(file)).Context.GetRawText());
    }

    internal static T As<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)!;
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"cdktf.json: {error.Message}", error);
        }
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = false };

    /// <summary>The settings of CDKTF itself.</summary>
    private static readonly HashSet<string> CdktfKeys =
        ["excludeStackIdFromLogicalIds", "allowSepCharsInLogicalIds", "cdktfRelativeModules"];

    private sealed record ProjectFile(JsonElement Context);

    private sealed record Settings(
        string? Environment,
        string? Region,
        Dictionary<string, string>? Tags,
        JsonElement? Backend)
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement> Others { get; init; } = [];
    }
}
