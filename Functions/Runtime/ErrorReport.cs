using System.Buffers;
using System.Text.Json;

namespace Nautilus.Functions.Runtime;

/// <summary>An error in the form that Lambda returns to the caller of the function.</summary>
internal static class ErrorReport
{
    public static ReadOnlySpan<byte> Of(Exception error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("errorMessage", error.Message);
            json.WriteString("errorType", error.GetType().Name);
            json.WriteStartArray("stackTrace");
            var stack = error.StackTrace ?? "";
            foreach (var line in stack.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                json.WriteStringValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
