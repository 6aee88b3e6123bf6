using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>
/// The argument of Terraform's <c>jsonencode</c>: objects, lists and scalars of HCL, read as JSON. Its strings stay templates.
/// See https://developer.hashicorp.com/terraform/language/expressions/types.
/// </summary>
internal sealed partial class JsonEncodeArgument(string text)
{
    private int _at;

    public JsonNode? Read()
    {
        var value = Value();
        return _at == text.Length ? value : throw NotUnderstood();
    }

    private JsonNode? Value()
    {
        Space();
        var value = Next switch
        {
            '{' => Object(),
            '[' => List(),
            '"' => String(),
            _ => Scalar(),
        };
        Space();
        return value;
    }

    private JsonObject Object()
    {
        var result = new JsonObject();
        for (Skip('{'); Next != '}'; Separator('}'))
        {
            var key = Next == '"' ? String() : Taken(Word());
            Space();
            Skip(Next == ':' ? ':' : '=');
            result[key] = Value();
        }

        Skip('}');
        return result;
    }

    private JsonArray List()
    {
        var result = new JsonArray();
        for (Skip('['); Next != ']'; Separator(']'))
            result.Add(Value());
        Skip(']');
        return result;
    }

    private string String()
    {
        var result = new StringBuilder();
        var isEscaped = false;
        foreach (var piece in Template.Pieces(Taken(Template.LengthOfString(text, _at))[1..^1]))
        {
            if (isEscaped || piece != "\\")
                result.Append(isEscaped ? Unescaped(piece) : piece);
            isEscaped = !isEscaped && piece == "\\";
        }

        return result.ToString();
    }

    private static string Unescaped(string piece) => piece switch { "n" => "\n", "t" => "\t", _ => piece };

    // What is neither an object, a list nor a string is a JSON scalar, or an expression for Terraform to fill in.
    private JsonNode? Scalar()
    {
        var start = _at;
        for (var depth = 0; _at < text.Length && (depth > 0 || Next is not (',' or '}' or ']'));)
        {
            depth += Next switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            _at += Next == '"' ? Template.LengthOfString(text, _at) : 1;
        }

        var scalar = text[start.._at].Trim();
        return scalar switch
        {
            "" => throw NotUnderstood(),
            "null" => null,
            "true" or "false" => bool.Parse(scalar),
            _ => decimal.TryParse(scalar, CultureInfo.InvariantCulture, out var number) ? number : $"${{{scalar}}}",
        };
    }

    private char Next => _at < text.Length ? text[_at] : throw NotUnderstood();

    private int Word() => Words().Match(text, _at) is { Success: true } word ? word.Length : throw NotUnderstood();

    private string Taken(int length)
    {
        _at += length;
        return text[(_at - length).._at];
    }

    private void Skip(char c)
    {
        if (Next != c)
            throw NotUnderstood();
        _at++;
        Space();
    }

    private void Separator(char end)
    {
        if (Next != end)
            Skip(',');
    }

    private void Space() => _at += Spaces().Match(text, _at).Length;

    private FormatException NotUnderstood() => new($"jsonencode: '{text[Math.Min(_at, text.Length)..]}' is not understood");

    [GeneratedRegex(@"\G\s*")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\G[A-Za-z_][\w-]*")]
    private static partial Regex Words();
}
