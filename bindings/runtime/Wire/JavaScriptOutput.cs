using System.Text.Json;

namespace Amazon.JSII.Runtime;

/// <summary>What JavaScript prints to its standard output. It comes between the answers, as a line of its own; see node/host.js.</summary>
internal static class JavaScriptOutput
{
    /// <summary>Prints a line, if it is such a line.</summary>
    public static bool Print(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("{\"stdout\":"u8))
            return false;
        var reader = new Utf8JsonReader(line);
        while (reader.Read() && reader.TokenType != JsonTokenType.String)
        {
        }

        using var output = Console.OpenStandardOutput();
        output.Write(reader.GetBytesFromBase64());
        return true;
    }
}
