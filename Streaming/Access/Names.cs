using System.Text.RegularExpressions;

namespace Nautilus.Streaming.Access;

/// <summary>IAM's names are global to an account, so ours begin with what they are for and end as the provider chooses.</summary>
internal static partial class Names
{
    public static string Prefix(string name, int longest)
    {
        var plain = Others().Replace(name, "-");
        return $"{plain[..Math.Min(plain.Length, longest - 1)]}-";
    }

    [GeneratedRegex(@"[^A-Za-z0-9+=,.@_-]+")]
    private static partial Regex Others();
}
