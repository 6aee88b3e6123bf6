using System.Text.Json;
using System.Text.Json.Serialization;
using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>Reads a <see cref="Deployment"/> from the <c>context</c> of cdktf.json.</summary>
public static class DeploymentSettings
{
    /// <summary>The CLI hands the context over in this variable; without the CLI, cdktf.json itself is read.</summary>
    private const string ContextVariable = "CDKTF_CONTEXT_JSON";

    public static Deployment Read() =>
        Environment.GetEnvironmentVariable(ContextVariable) is { Length: > 0 } context
            ? Parse(context)
            : FromFile("cdktf.json");

    public static Deployment Parse(string context)
    {
        var settings = As<Settings>(context);
        Rules.Check("cdktf.json, context", settings.Others.Keys.Where(key => !CdktfKeys.Contains(key)).Select(key =>
            (false, $"'{key}' is no setting; the settings are environment, region, tags and backend")));

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
        Rules.Check(file, (File.Exists(file), $"not found in {Directory.GetCurrentDirectory()}; run this where cdktf.json is"));
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

    /// <summary>What CDKTF itself keeps in the context.</summary>
    private static readonly HashSet<string> CdktfKeys = ["excludeStackIdFromLogicalIds", "allowSepCharsInLogicalIds", "cdktfRelativeModules"];

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
