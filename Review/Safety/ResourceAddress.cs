using System.Text.RegularExpressions;

namespace Nautilus.Review.Safety;

/// <summary>A resource's address, such as <c>aws_kinesis_stream.clicks["eu"]</c>.</summary>
internal sealed partial record ResourceAddress(string? ModuleCall, string Type, string Name, string? Key)
{
    public static ResourceAddress Parse(string address)
    {
        var parts = Pattern().Match(address).Groups;
        return new ResourceAddress(Text(parts["call"]), parts["type"].Value, parts["name"].Value, Text(parts["key"])?.Trim('"'));
    }

    /// <summary>Whether what is said of <paramref name="whole"/> is said of an address: its instances, and all that is in its module.</summary>
    public static bool Covers(string whole, string address) =>
        address.StartsWith(whole, StringComparison.Ordinal) && (address.Length == whole.Length || address[whole.Length] is '.' or '[');

    public static string WithoutKey(string address) => LastKey().Replace(address, "");

    private static string? Text(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex("""^(module\.(?<call>[^.\[]+).*\.)?(?<type>[^.\[]+)\.(?<name>[^.\[]+)(\[(?<key>.*)\])?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex("""\[("[^"]*"|\d+)\]$""")]
    private static partial Regex LastKey();
}
