using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Nautilus.Foundations;

/// <summary>Names of what stands beside a stream, made of the stream's.</summary>
internal static partial class Names
{
    /// <summary>IAM's names are global to an account, so ours begin with what they are for and end as the provider chooses.</summary>
    public static string Prefix(string name, int longest)
    {
        var plain = NotOfIam().Replace(name, "-");
        return $"{plain[..Math.Min(plain.Length, longest - 1)]}-";
    }

    /// <summary>With letters, digits, _ and - only, as most services take it.</summary>
    public static string Plain(string name) => NotPlain().Replace(name, "-");

    /// <summary>Plain, and short enough. A name that had to be changed ends in a mark of what it was, to stay apart from others.</summary>
    public static string Fit(string name, int longest)
    {
        if (Tokens.IsToken(name))
            return name;
        var plain = Plain(name);
        if (plain == name && name.Length <= longest)
            return name;
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        return $"{plain[..Math.Min(plain.Length, longest - mark.Length - 1)]}-{mark}";
    }

    /// <summary>Buckets have no capitals, and no dot either, for which TLS has no certificate.</summary>
    public static string Bucket(string path)
    {
        var plain = NotOfBuckets().Replace(path.ToLowerInvariant(), "-").Trim('-');
        return $"{plain[..Math.Min(plain.Length, 36)].TrimEnd('-')}-";
    }

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex NotOfBuckets();

    [GeneratedRegex(@"[^A-Za-z0-9+=,.@_-]+")]
    private static partial Regex NotOfIam();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex NotPlain();
}
