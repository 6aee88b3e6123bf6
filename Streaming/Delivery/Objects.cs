using System.Text.RegularExpressions;

namespace Nautilus.Delivery;

/// <summary>Where delivery streams put objects in a bucket.</summary>
internal static partial class Objects
{
    public const int LongestPrefix = 1024;
    public const string Errors = "errors/";
    private const string ByHour = "!{timestamp:yyyy/MM/dd/HH}/";

    /// <summary>What could not be delivered by a delivery stream of this name: in folders by what went wrong, and by the hour.</summary>
    public static string FailuresOf(string stream) => $"{FailuresBelow(stream)}!{{firehose:error-output-type}}/{ByHour}";

    /// <summary>All that could not be delivered.</summary>
    public static string FailuresBelow(string stream) => $"{Errors}{stream}/";

    /// <summary>Objects by the hour in which their first record came.</summary>
    public static string Hourly(string prefix) => $"{prefix}{ByHour}";

    /// <summary>Where records wait for a warehouse. Firehose adds the hour.</summary>
    public static string StagingOf(string stream) => $"staging/{stream}/";

    public static IEnumerable<(bool, string)> PrefixRules(string what, string prefix) =>
    [
        (prefix.Length + ByHour.Length <= LongestPrefix, $"{what} must have {LongestPrefix - ByHour.Length} characters at most, got {prefix.Length}"),
        (prefix is "" || PlainFolders().IsMatch(prefix), $"{what} must be folders of letters, digits and _ . = -, ending in a slash, got '{prefix}'"),
        (!prefix.StartsWith(Errors, StringComparison.Ordinal), $"{what} must not be below {Errors}, where failures go, got '{prefix}'"),
    ];

    [GeneratedRegex(@"^([A-Za-z0-9_.=-]+/)+\z")]
    private static partial Regex PlainFolders();
}
