namespace Nautilus.Foundations;

/// <summary>Checks input before anything is composed of it, and reports all mistakes at once.</summary>
public static class Check
{
    /// <param name="subject">The thing and its name: <c>stream 'clicks'</c>.</param>
    /// <param name="rules">What must hold.</param>
    /// <exception cref="ArgumentException">At least one rule does not hold.</exception>
    public static void That(string subject, params IEnumerable<Rule> rules)
    {
        if (Report(subject, rules) is { } report)
            throw new ArgumentException(report);
    }

    /// <summary>All broken rules in one line; null, if none is broken.</summary>
    internal static string? Report(string subject, IEnumerable<Rule> rules)
    {
        var broken = rules.Where(rule => !rule.Holds).Select(rule => rule.Text).ToArray();
        return broken.Length == 0 ? null : $"{subject}: {string.Join("; ", broken)}";
    }
}
