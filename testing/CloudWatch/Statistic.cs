using System.Globalization;

namespace Nautilus.Testing.CloudWatch;

/// <summary>
/// The statistics of CloudWatch: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
/// </summary>
internal static class Statistic
{
    /// <summary>The statistic of some samples. Without samples there is no value.</summary>
    public static double? Of(IReadOnlyList<Sample> samples, string name) => samples.Count == 0 ? null : name switch
    {
        "Sum" => samples.Sum(sample => sample.Value * sample.Times),
        "SampleCount" => samples.Sum(sample => sample.Times),
        "Average" => Of(samples, "Sum") / Of(samples, "SampleCount"),
        "Minimum" => samples.Min(sample => sample.Value),
        "Maximum" => samples.Max(sample => sample.Value),
        ['p', .. var percent] when double.TryParse(percent, CultureInfo.InvariantCulture, out var share) =>
            Percentile(samples, share / 100),
        _ => throw new NotSupportedException($"statistic '{name}' is not modelled"),
    };

    // Assumed: the nearest rank.
    private static double Percentile(IReadOnlyList<Sample> samples, double share)
    {
        var rank = share * samples.Sum(sample => sample.Times);
        var seen = 0.0;
        return samples.OrderBy(sample => sample.Value).First(sample => (seen += sample.Times) >= rank).Value;
    }
}
