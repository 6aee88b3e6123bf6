using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nautilus.App;

/// <summary>The setting <c>backend</c>: <c>"local"</c>, or an object that names its type.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BackendSettings(
    string Type,
    string? Bucket = null,
    string? Region = null,
    string? Prefix = null,
    string? KmsKeyArn = null,
    string? Organization = null)
{
    public static Backend Read(JsonElement? setting, string deploymentRegion) => setting switch
    {
        null => Backend.Local,
        { ValueKind: JsonValueKind.String } text => new BackendSettings(text.GetString()!).ToBackend(deploymentRegion),
        { ValueKind: JsonValueKind.Object } fields =>
            DeploymentSettings.As<BackendSettings>(fields.GetRawText()).ToBackend(deploymentRegion),
        { } other => throw Unknown(other.GetRawText()),
    };

    private Backend ToBackend(string deploymentRegion) => Type switch
    {
        "local" when Only() => Backend.Local,
        "s3" when Only(Bucket, Region, Prefix, KmsKeyArn) =>
            Backend.S3(Bucket ?? "", Region ?? deploymentRegion, Prefix ?? "nautilus", KmsKeyArn),
        "hcp" when Only(Organization, Prefix) => Backend.Hcp(Organization ?? "", Prefix ?? "nautilus-"),
        "local" or "s3" or "hcp" => throw new ArgumentException(
            $"cdktf.json, context: backend '{Type}' must have the fields of its type only, got fields of another type"),
        _ => throw Unknown(Type),
    };

    private bool Only(params string?[] allowed)
    {
        string?[] all = [Bucket, Region, Prefix, KmsKeyArn, Organization];
        return all.Count(field => field is not null) == allowed.Count(field => field is not null);
    }

    private static ArgumentException Unknown(string type) => new(
        """cdktf.json, context: backend must be "local", { "type": "s3", "bucket": … } or { "type": "hcp", "organization": … }, """ +
        $"got '{type}'");
}
