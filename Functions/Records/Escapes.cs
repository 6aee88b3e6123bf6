using System.Globalization;

namespace Nautilus.Functions.Records;

/// <summary>Finds escaped characters that databases do not accept in text: one such character would stop a whole load.</summary>
internal static class Escapes
{
    private const int Length = 6;

    /// <summary>Whether the JSON has an escaped NUL, or half of a surrogate pair.</summary>
    public static bool AreUnfit(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            if (CodeAt(json, at) is not { } code)
                at += 2;
            else if (code == 0 || char.IsLowSurrogate(code))
                return true;
            else if (char.IsHighSurrogate(code) && !(CodeAt(json, at + Length) is { } low && char.IsLowSurrogate(low)))
                return true;
            else
                at += char.IsHighSurrogate(code) ? 2 * Length : Length;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    private static char? CodeAt(ReadOnlySpan<byte> json, int at) =>
        at + Length <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
