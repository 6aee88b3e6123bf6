using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Scaling;

/// <summary>The Step Functions workflow that fits the shards of a stream to its traffic. Its input describes the stream.</summary>
internal static partial class ScalingWorkflow
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// In Amazon States Language. An expression that is the name of a <c>.jsonata</c> file is replaced by the content of that file.
    /// </summary>
    public static string Definition { get; } = JsonText.Of(JsonNode.Parse(WithExpressions(Read("workflow.asl.json")))!);

    private static string WithExpressions(string workflow) => FileName().Replace(workflow, match => Quoted(Read(match.Groups[1].Value)));

    private static string Quoted(string expression)
    {
        var code = Comment().Replace(expression, "");
        var text = Space().Replace(code, " ").Trim();
        return JsonSerializer.Serialize($"{{% {text} %}}", Plain);
    }

    private static string Read(string file)
    {
        using var resource = typeof(ScalingWorkflow).Assembly.GetManifestResourceStream($"Scaling/{file}")
            ?? throw new InvalidOperationException($"the scaling workflow must name a file of its folder, got '{file}'");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""
        "\{% ([\w-]+\.jsonata) %\}"
        """)]
    private static partial Regex FileName();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
