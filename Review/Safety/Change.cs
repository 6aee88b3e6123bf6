using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Safety;

/// <summary>A stream as it is in the state, and as the configuration wants it.</summary>
internal sealed partial class Change(Existing now, JsonObject block, IReadOnlyList<Existing> existing)
{
    private const string Unset = "NONE";

    public Existing Now => now;

    public string Mode => Json.Block(now.Values["stream_mode_details"])?["stream_mode"]?.ToString() ?? "PROVISIONED";

    /// <summary>Leaving the block out changes nothing.</summary>
    public string? NewMode => Wanted("stream_mode_details", details => Json.Block(details)?["stream_mode"], Mode, Mode);

    public int? Shards => Number(now.Value("shard_count"));

    public int? NewShards => Number(Wanted("shard_count"));

    public int? NewRetention => Number(Wanted("retention_period", absent: "24"));

    public string? NewName => Wanted("name");

    public string Encryption => now.Value("encryption_type") ?? Unset;

    public string? NewEncryption => Wanted("encryption_type", absent: Unset);

    public string? Key => now.Value("kms_key_id");

    public string? NewKey => Wanted("kms_key_id");

    public bool IsProtected => Json.Block(block["lifecycle"])?["prevent_destroy"]?.ToString() == "true";

    public Danger Danger(string what, string why, params IEnumerable<string> steps) => new(now.StateAddress, what, why, [.. steps]);

    private string? Wanted(string attribute, string? absent = null) => Wanted(attribute, value => value, now.Value(attribute), absent);

    /// <summary>The value to come; none when only Terraform can know it.</summary>
    private string? Wanted(string attribute, Func<JsonNode, JsonNode?> part, string? current, string? absent)
    {
        if (Ignores(attribute))
            return current;
        if (block[attribute] is not { } value || part(value)?.ToString() is not { } text)
            return absent;
        return Json.IsExpression(text) ? Referenced(text) : text;
    }

    private bool Ignores(string attribute) => Json.List(Json.Block(block["lifecycle"])?["ignore_changes"])
        .Select(ignored => ignored.ToString())
        .Any(ignored => ignored == "all" || ResourceAddress.Covers(attribute, ignored));

    // An attribute of a resource that the state has is known. Of one that is still to be made, only that it is new.
    private string? Referenced(string text)
    {
        if (Reference().Match(text) is not { Success: true } match)
            return null;
        var resource = existing.FirstOrDefault(resource => resource.Address == match.Groups["address"].Value);
        return resource is null ? NotYetMade(match) : resource.Value(match.Groups["attribute"].Value);
    }

    private static string? NotYetMade(Match match) =>
        match.Groups["address"].Value.StartsWith($"{Existing.Key}.", StringComparison.Ordinal) ? match.Groups["address"].Value : null;

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\$\{(?<address>aws_\w+\.[\w-]+)\.(?<attribute>\w+)\}$")]
    private static partial Regex Reference();
}
