using System.Globalization;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>
/// A stream as the state has it, and as the configuration defines it. A new value is null when only Terraform can know it.
/// </summary>
internal sealed class StreamChange(DeployedResource now, Resource wanted, IReadOnlyList<DeployedResource> deployed)
{
    private const string Unset = "NONE";
    private const string ModePath = "stream_mode_details.stream_mode";

    public DeployedResource Now => now;

    public string Mode => now[ModePath] ?? "PROVISIONED";

    /// <summary>A configuration without a mode changes nothing.</summary>
    public string? NewMode => Wanted(ModePath, Mode, absent: Mode);

    public int? Shards => Number(now["shard_count"]);

    public int? NewShards => Number(Wanted("shard_count"));

    public int? NewRetention => Number(Wanted("retention_period", absent: "24"));

    public string? NewName => Wanted("name");

    public string Encryption => now["encryption_type"] ?? Unset;

    public string? NewEncryption => Wanted("encryption_type", absent: Unset);

    public string? Key => now["kms_key_id"];

    public string? NewKey => Wanted("kms_key_id");

    public bool IsProtected => wanted["lifecycle.prevent_destroy"] == "true";

    private string? Wanted(string attribute, string? absent = null) => Wanted(attribute, now[attribute], absent);

    private string? Wanted(string path, string? current, string? absent)
    {
        if (Ignores(path.Split('.')[0]))
            return current;
        if (wanted[path] is not { } text)
            return absent;
        return Template.HasExpression(text) ? Referenced(text) : text;
    }

    private bool Ignores(string attribute) => wanted.Attributes.At("lifecycle.ignore_changes").Texts()
        .Any(ignored => ignored == "all" || ResourceAddress.Covers(attribute, ignored));

    // An attribute of a deployed resource is known. A key that is not deployed yet is a new one.
    private string? Referenced(string text)
    {
        if (Reference.In(text) is not { } reference)
            return null;
        if (deployed.FirstOrDefault(resource => resource.Address == reference.Address) is { } resource)
            return resource[reference.Attribute];
        return reference.Address.StartsWith($"{DeployedResource.Key}.", StringComparison.Ordinal) ? reference.Address : null;
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
