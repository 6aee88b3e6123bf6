using System.Text;

namespace Nautilus.Functions.Records;

/// <summary>Names as tables have them: <c>eventType</c>, <c>EventType</c> and <c>event-type</c> are all <c>event_type</c>.</summary>
public static class FieldName
{
    /// <summary>What a name can grow to: an underscore before every letter.</summary>
    public static int MaximumLength(int length) => 2 * length;

    /// <summary>Writes the name of UTF-8 bytes in snake case, and says how long it is. What is not ASCII stays.</summary>
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

    public static string Normalize(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var normalized = new byte[MaximumLength(bytes.Length)];
        return Encoding.UTF8.GetString(normalized, 0, Normalize(bytes, normalized));
    }

    // The T of eventType, and the last of the capitals of HTTPServer.
    private static bool StartsWord(ReadOnlySpan<byte> name, int i) =>
        i > 0 && (!char.IsAsciiLetterUpper((char)name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower((char)name[i + 1])));
}
