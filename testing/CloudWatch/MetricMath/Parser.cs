using System.Globalization;

namespace Nautilus.Testing.CloudWatch.MetricMath;

/// <summary>Parses an expression of metric math.</summary>
internal sealed class Parser
{
    // From the loosest to the tightest. Assumed: the usual order.
    private static readonly string[][] Levels =
    [
        ["OR", "||"], ["AND", "&&"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/"], ["^"],
    ];

    private readonly IReadOnlyList<string> _tokens;
    private int _at;

    private Parser(string expression) => _tokens = Token.In(expression);

    private string Next => _at < _tokens.Count ? _tokens[_at] : "the end";

    public static Expression Parse(string expression)
    {
        var parser = new Parser(expression);
        var whole = parser.Level(0);
        return parser._at == parser._tokens.Count ? whole : throw new FormatException($"'{parser.Next}' is not expected in: {expression}");
    }

    private Expression Level(int level)
    {
        if (level == Levels.Length)
            return Unary();
        var left = Level(level + 1);
        while (Levels[level].Contains(Next))
        {
            var (sign, before) = (_tokens[_at++], left);
            var right = Level(level + 1);
            left = scope => Operators.Apply(sign, before(scope), right(scope));
        }

        return left;
    }

    private Expression Unary()
    {
        if (!Take("-"))
            return Primary();
        var positive = Unary();
        return scope => Operators.Apply("-", new Scalar(0), positive(scope));
    }

    private Expression Primary()
    {
        if (Take("("))
        {
            var inner = Level(0);
            Expect(")");
            return inner;
        }

        if (Take("["))
            return Functions.Array(UpTo("]"));
        var word = Next;
        _at++;
        if (double.TryParse(word, CultureInfo.InvariantCulture, out var number))
            return _ => new Scalar(number);
        if (_at > _tokens.Count || !char.IsLetter(word[0]))
            throw new FormatException($"'{word}' is not a value");
        return Take("(") ? Functions.Call(word, UpTo(")")) : scope => scope.Named(word);
    }

    private List<Expression> UpTo(string end)
    {
        var items = new List<Expression>();
        while (!Take(end))
        {
            if (items.Count > 0)
                Expect(",");
            items.Add(Level(0));
        }

        return items;
    }

    private bool Take(string token)
    {
        if (Next != token)
            return false;
        _at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
            throw new FormatException($"'{token}' is missing before '{Next}'");
    }
}
