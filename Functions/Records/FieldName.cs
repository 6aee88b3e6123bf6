using System.Text;

namespace Nautilus.Functions.Records;

/// <summary>
/// Names in snake case, for columns: <c>eventType</c>, <c>EventType</c> and <c>event-type</c> all become <c>event_type</c>.
/// </summary>
public static class FieldName
{
    /// <summary>The largest length to which a name can grow: an underscore before every letter.</summary>
    /// <param name="length">The length of the name, in bytes.</param>
    public static int MaximumLength(int length) => 2 * length;

    /// <summary>Writes a name in snake case and returns its length. Characters outside of ASCII do not change.</summary>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="normalized">The buffer, of <see cref="MaximumLength"/> bytes or more.</param>
    public static int Normalize(ReadOnlySpan<byte> name, Span<byte> normalized)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var here = name[i];
            if (char.IsAsciiLetterUpper((char)here))
            {
                if (StartsWord(name, i) && length > 0 && normalized[length - 1] != '_')
                    normalized[length++] = (byte)'_';
                normalized[length++] = (byte)(here | 0x20);
            }
            else if (char.IsAsciiLetterOrDigit((char)here) || here >= 0x80)
                normalized[length++] = here;
            else if (length > 0 && normalized[length - 1] != '_')
                normalized[length++] = (byte)'_';
        }

        return length > 0 && normalized[length - 1] == '_' ? length - 1 : length;
    }

    /// <summary>A name in snake case. Characters outside of ASCII do not change.</summary>
    /// <param name="name">The name.</param>
    public static string Normalize(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var normalized = new byte[MaximumLength(bytes.Length)];
        return Encoding.UTF8.GetString(normalized, 0, Normalize(bytes, normalized));
    }

    // A word starts at the T of eventType, and at the S of HTTPServer.
    private static bool StartsWord(ReadOnlySpan<byte> name, int i) =>
        i > 0 && (!char.IsAsciiLetterUpper((char)name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower((char)name[i + 1])));
}
