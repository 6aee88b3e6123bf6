using System.Text;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>Evaluates the strings of synthesized Terraform JSON, as far as policies and names need it.</summary>
/// <param name="values">What a reference such as <c>aws_kinesis_stream.clicks.arn</c> stands for: a template itself.</param>
internal sealed class TerraformExpressions(IReadOnlyDictionary<string, string> values)
{
    /// <exception cref="FormatException">There is no value for one of its expressions, or it is beyond this evaluator.</exception>
    public string Resolve(string template) => Resolve(template, []);

    private string Resolve(string template, IReadOnlyList<string> within) =>
        new Parser(template, reference => ValueOf(reference, within)).WholeTemplate();

    private string? ValueOf(string reference, IReadOnlyList<string> within)
    {
        if (within.Contains(reference))
            throw new FormatException($"'{reference}' refers to itself");
        return (values.GetValueOrDefault(reference) ?? values.GetValueOrDefault(WithoutIndex(reference))) is { } value
            ? Resolve(value, [.. within, reference])
            : null;
    }

    // aws_x.y[0].arn: one of several that are alike.
    private static string WithoutIndex(string reference) => Regex.Replace(reference, @"^((?:data\.)?\w+\.[\w-]+)\[[^\]]*\]", "$1");

    private sealed class Parser(string text, Func<string, string?> valueOf)
    {
        private int _at;

        public string WholeTemplate() => Template(end: null);

        private string Template(char? end)
        {
            var result = new StringBuilder();
            while (_at < text.Length && text[_at] != end)
            {
                if (Take("$${"))
                {
                    result.Append("${");
                }
                else if (Take("${"))
                {
                    result.Append(AsText(Expression()));
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
                var index = Index(AsText(Expression()));
                Expect("]");
                value = AsList(value)[index];
            }

            return value;
        }

        private object Operand(int start)
        {
            if (Take("\""))
            {
                var literal = Template('"');
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
                return Call(function, Items(")"));
            }

            if (Match(@"[A-Za-z_][\w-]*(\.[\w-]+|\[(\d+|""[^""]*"")\])*") is { } reference)
                return valueOf(reference) ?? Item(reference) ?? throw Unresolved($"no value for '{reference}'");
            throw Unresolved($"'{text[start..]}' is not understood");
        }

        /// <summary>An item of a map, by a key that is an expression itself.</summary>
        private string? Item(string map)
        {
            if (!Take("["))
                return null;
            var key = AsText(Expression());
            Expect("]");
            return valueOf($"{map}[\"{key}\"]");
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

        private object Call(string function, List<object> arguments) => (function, arguments) switch
        {
            ("element", [var list, var index]) => AsList(list)[Index(AsText(index)) % AsList(list).Count],
            ("split", [var separator, var whole]) => AsText(whole).Split(AsText(separator)).ToList<object>(),
            ("join", [var separator, .. var lists]) => string.Join(AsText(separator), lists.SelectMany(AsList).Select(AsText)),
            ("format", [var pattern, .. var rest]) => Format(AsText(pattern), rest),
            ("replace", [var whole, var part, var by]) => Replace(AsText(whole), AsText(part), AsText(by)),
            _ => throw Unresolved($"function '{function}' of {arguments.Count} is not understood"),
        };

        private string Format(string pattern, List<object> arguments)
        {
            var next = 0;
            return Regex.Replace(pattern, "%(.)", verb => verb.Value switch
            {
                "%%" => "%",
                "%s" or "%d" or "%v" when next < arguments.Count => AsText(arguments[next++]),
                _ => throw Unresolved($"'{verb.Value}' in '{pattern}' is not understood"),
            });
        }

        private static string Replace(string whole, string part, string by) => part is ['/', .. var pattern, '/']
            ? Regex.Replace(whole, pattern, by)
            : whole.Replace(part, by, StringComparison.Ordinal);

        private string AsText(object value) => value as string ?? throw Unresolved("a list stands where a string is needed");

        private List<object> AsList(object value) => value as List<object> ?? throw Unresolved($"'{value}' stands where a list is needed");

        private int Index(string text) => int.TryParse(text, out var index) ? index : throw Unresolved($"'{text}' is no index");

        private string? Match(string pattern)
        {
            var match = Regex.Match(text[_at..], $@"\A(?:{pattern})");
            _at += match.Length;
            return match.Success ? match.Value : null;
        }

        private void Space() => Match(@"\s*");

        private char Next() => text[_at++];

        private bool Take(string token)
        {
            if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
                return false;
            _at += token.Length;
            return true;
        }

        private void Expect(string token)
        {
            if (token != "\"")
                Space();
            if (!Take(token))
                throw Unresolved($"'{text[_at..]}' is not understood");
        }

        private FormatException Unresolved(string reason) => new($"can't resolve '{text}': {reason}");
    }
}
