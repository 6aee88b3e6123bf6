namespace Nautilus.Foundations;

/// <summary>A rule that an input must follow, with the sentence that reports a value which does not.</summary>
/// <param name="Holds">Whether the value follows the rule.</param>
/// <param name="Text">The thing, the rule and the value: <c>retention must be 24 to 8760 hours, got 23</c>.</param>
public sealed record Rule(bool Holds, string Text)
{
    /// <summary>A rule without a name here.</summary>
    public static Rule That(bool holds, string text) => new(holds, text);

    /// <summary>A number between two limits; both are allowed. Null is not checked.</summary>
    /// <param name="what">The thing.</param>
    /// <param name="value">Its value.</param>
    /// <param name="least">The lower limit.</param>
    /// <param name="most">The upper limit.</param>
    /// <param name="unit">What is counted, such as <c>hours</c>.</param>
    public static Rule Between(string what, double? value, double least, double most, string unit = "") =>
        new(value is null || (value >= least && value <= most), $"{what} must be {least} to {most}{After(unit)}, got {value}");

    /// <summary>A number with a lower limit, which is allowed. Null is not checked.</summary>
    public static Rule AtLeast(string what, double? value, double least, string unit = "") =>
        new(value is null || value >= least, $"{what} must be {least}{After(unit)} or more, got {value}");

    /// <summary>A number with an upper limit, which is allowed. Null is not checked.</summary>
    public static Rule AtMost(string what, double? value, double most, string unit = "") =>
        new(value is null || value <= most, $"{what} must be {most}{After(unit)} or less, got {value}");

    /// <summary>A share, such as a share of the retention.</summary>
    public static Rule Share(string what, double value) =>
        new(value is > 0 and <= 1, $"{what} must be a share above 0 and at most 1, got {value}");

    /// <summary>A span of whole units, because AWS takes no fraction.</summary>
    /// <param name="what">The thing.</param>
    /// <param name="value">The span.</param>
    /// <param name="ticksPerUnit">Such as <see cref="TimeSpan.TicksPerHour"/>.</param>
    /// <param name="unit">The unit's name, such as <c>hours</c>.</param>
    public static Rule Whole(string what, TimeSpan value, long ticksPerUnit, string unit) =>
        new(value.Ticks % ticksPerUnit == 0, $"{what} must be whole {unit}, got {value}");

    /// <summary>A text that AWS accepts. A value that Terraform fills in later is not checked.</summary>
    public static Rule Matches(string what, string? value, Pattern pattern) =>
        Follows(pattern.Accepts(value), what, value, pattern);

    /// <summary>A text that AWS accepts, and that is known before Terraform runs.</summary>
    public static Rule MatchesLiterally(string what, string? value, Pattern pattern) =>
        Follows(pattern.Covers(value), what, value, pattern);

    /// <summary>Texts that AWS accepts, each of them.</summary>
    public static IEnumerable<Rule> AllMatch(string what, IEnumerable<string> values, Pattern pattern) =>
        values.Select(value => Matches(what, value, pattern));

    /// <summary>Values that differ from each other.</summary>
    public static Rule Unique<T>(string what, IEnumerable<T> values)
    {
        var all = values.ToArray();
        return new(all.Distinct().Count() == all.Length, $"{what} must be unique, got {string.Join(", ", all)}");
    }

    /// <summary>A member of an enumeration. A number that is cast to it may be none.</summary>
    public static Rule OneOf<T>(string what, T value)
        where T : struct, Enum =>
        new(Enum.IsDefined(value), $"{what} must be one of {string.Join(", ", Enum.GetNames<T>())}, got {value}");

    private static Rule Follows(bool follows, string what, string? value, Pattern pattern) =>
        new(follows, $"{what} must be {pattern.Description}, got '{value}'");

    private static string After(string unit) => unit.Length == 0 ? "" : $" {unit}";
}
