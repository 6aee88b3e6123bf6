using System.Text;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>
/// Evaluates one template: a value is a text, or a list. See https://developer.hashicorp.com/terraform/language/expressions.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly string _text;
    private readonly Func<string, string?> _valueOf;
    private readonly TerraformFunctions _functions;

    private int _at;

    /// <param name="text">The template.</param>
    /// <param name="valueOf">The value of a reference, or null.</param>
    public ExpressionParser(string text, Func<string, string?> valueOf)
    {
        (_text, _valueOf) = (text, valueOf);
        _functions = new(NotResolved);
    }

    public string WholeTemplate() => TemplateUntil(end: null);

    private string TemplateUntil(char? end)
    {
        var result = new StringBuilder();
        while (_at < _text.Length && _text[_at] != end)
        {
            if (Take("$${"))
            {
                result.Append("${");
            }
            else if (Take("${"))
            {
                result.Append(_functions.Text(Expression()));
                Expect("}");
            }
            else if (end is not null && Take("\\"))
            {
                result.Append(Next() switch { 'n' => '\n', 't' => '\t', var c => c });
            }
            else
            {
                result.Append(Next());
            }
        }

        return result.ToString();
    }

    private object Expression()
    {
        Space();
        var start = _at;
        var value = Operand(start);
        for (Space(); Take("["); Space())
        {
            var index = _functions.Index(Expression());
            Expect("]");
            value = _functions.List(value)[index];
        }

        return value;
    }

    private object Operand(int start)
    {
        if (Take("\""))
        {
            var literal = TemplateUntil('"');
            Expect("\"");
            return literal;
        }

        if (Take("["))
            return Items("]");
        if (Match(@"\d+") is { } number)
            return number;
        if (Match(@"\w+(?=\()") is { } function)
        {
            Expect("(");
            return _functions.Call(function, Items(")"));
        }

        if (Match(@"[A-Za-z_][\w-]*(\.[\w-]+|\[(\d+|""[^""]*"")\])*") is { } reference)
            return _valueOf(reference) ?? Item(reference) ?? throw NotResolved($"no value for '{reference}'");
        throw NotResolved($"'{_text[start..]}' is not understood");
    }

    /// <summary>An item of a map, by a key that is an expression itself.</summary>
    private string? Item(string map)
    {
        if (!Take("["))
            return null;
        var key = _functions.Text(Expression());
        Expect("]");
        return _valueOf($"{map}[\"{key}\"]");
    }

    private List<object> Items(string end)
    {
        var items = new List<object>();
        for (Space(); !Take(end); Space())
        {
            items.Add(Expression());
            if (Take(","))
                continue;
            Expect(end);
            break;
        }

        return items;
    }

    private string? Match(string pattern)
    {
        var match = Regex.Match(_text[_at..], $@"\A(?:{pattern})");
        _at += match.Length;
        return match.Success ? match.Value : null;
    }

    private void Space() => Match(@"\s*");

    private char Next() => _text[_at++];

    private bool Take(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (token != "\"")
            Space();
        if (!Take(token))
            throw NotResolved($"'{_text[_at..]}' is not understood");
    }

    private FormatException NotResolved(string reason) => new($"can't resolve '{_text}': {reason}");
}
