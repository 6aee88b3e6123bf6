using System.Globalization;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>A resource's address, such as <c>aws_kinesis_stream.clicks["eu"]</c>.</summary>
/// <param name="ModuleCall">The name by which the root module calls the resource's module, if any.</param>
/// <param name="Type">The type.</param>
/// <param name="Name">The name within the configuration.</param>
/// <param name="Key">The key or the index of an instance.</param>
internal sealed partial record ResourceAddress(string? ModuleCall, string Type, string Name, string? Key)
{
    /// <summary>The index of an instance. A resource without <c>count</c> is the first one.</summary>
    public int Index => Key is null ? 0 : int.TryParse(Key, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;

    public static ResourceAddress Parse(string address)
    {
        var parts = Pattern().Match(address).Groups;
        return new ResourceAddress(Text(parts["call"]), parts["type"].Value, parts["name"].Value, Text(parts["key"])?.Trim('"'));
    }

    /// <summary>Whether an address is the whole, an instance of it, or something in its module.</summary>
    public static bool Covers(string whole, string address) =>
        address.StartsWith(whole, StringComparison.Ordinal) && (address.Length == whole.Length || address[whole.Length] is '.' or '[');

    public static string WithoutKey(string address) => LastKey().Replace(address, "");

    private static string? Text(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        """^(module\.(?<call>[^.\[]+).*\.)?(?<type>[^.\[]+)\.(?<name>[^.\[]+)(\[(?<key>.*)\])?$""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex("""\[("[^"]*"|\d+)\]$""")]
    private static partial Regex LastKey();
}
