using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Nautilus.Foundations;

/// <summary>Names in AWS that are made from other names.</summary>
internal static partial class Names
{
    /// <summary>A prefix. Names in IAM are unique in an account, so the provider adds a suffix.</summary>
    public static string Prefix(string name, int longest)
    {
        var plain = NotOfIam().Replace(name, "-");
        return $"{plain[..Math.Min(plain.Length, longest - 1)]}-";
    }

    /// <summary>Letters, digits, _ and - only, which most services accept.</summary>
    public static string Plain(string name) => NotPlain().Replace(name, "-");

    /// <summary>A plain name that is short enough. A name that had to be changed ends in a hash, so that it differs from others.</summary>
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

    /// <summary>A prefix for a bucket: no capitals, and no dot, because the TLS certificate of S3 does not cover it.</summary>
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
