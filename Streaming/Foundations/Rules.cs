namespace Nautilus.Foundations;

/// <summary>Checks input before anything is made of it, and reports all that is wrong at once.</summary>
public static class Rules
{
    /// <exception cref="ArgumentException">At least one rule does not hold.</exception>
    public static void Check(string subject, params IEnumerable<(bool Holds, string Rule)> rules)
    {
        var broken = rules.Where(rule => !rule.Holds).Select(rule => rule.Rule).ToArray();
        if (broken.Length > 0)
            throw new ArgumentException($"{subject}: {string.Join("; ", broken)}");
    }

    /// <summary>A value that Terraform fills in later can't be checked now.</summary>
    public static bool IsToken(string value) => value.Contains("${", StringComparison.Ordinal);
}
