using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>The prefixes of the objects that delivery streams write.</summary>
internal static class Objects
{
    public const int LongestPrefix = 1024;
    public const string Errors = "errors/";
    private const string ByHour = "!{timestamp:yyyy/MM/dd/HH}/";

    /// <summary>The failed records of a delivery stream, in folders by the kind of failure and by the hour.</summary>
    public static string FailuresOf(string stream) => $"{FailuresBelow(stream)}!{{firehose:error-output-type}}/{ByHour}";

    /// <summary>The folder of all failed records of a delivery stream.</summary>
    public static string FailuresBelow(string stream) => $"{Errors}{stream}/";

    /// <summary>Objects by the hour in which their first record arrived.</summary>
    public static string Hourly(string prefix) => $"{prefix}{ByHour}";

    /// <summary>The folder of the records that a warehouse loads. Firehose adds the hour.</summary>
    public static string StagingOf(string stream) => $"staging/{stream}/";

    public static IEnumerable<Rule> PrefixRules(string what, string prefix) =>
    [
        Rule.AtMost($"the length of {what}", prefix.Length, LongestPrefix - ByHour.Length),
        Rule.Matches(what, prefix, AwsNames.ObjectPrefix),
        Rule.That(!prefix.StartsWith(Errors, StringComparison.Ordinal),
            $"{what} must be outside of {Errors}, the folder of failed records, got '{prefix}'"),
    ];
}
