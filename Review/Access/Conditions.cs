using System.Globalization;
using System.Net;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>
/// The condition operators of IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.
/// An operator that is not known here throws, so that no test passes because of it.
/// </summary>
internal static class Conditions
{
    private const string All = "ForAllValues:";
    private const string Any = "ForAnyValue:";
    private const string Optional = "IfExists";

    private delegate bool Comparison(string actual, PolicyString wanted);

    public static bool Hold(Condition condition, Context context, bool hasVariables)
    {
        var name = condition.Operator;
        if (name.Equals("Null", StringComparison.OrdinalIgnoreCase))
            return condition.Values.Any(value => bool.Parse(value) != context.ContainsKey(condition.Key));

        var isOptional = Cut(ref name, Optional, name.EndsWith, (text, part) => text[..^part.Length]);
        var forAll = Cut(ref name, All, name.StartsWith, (text, part) => text[part.Length..]);
        var forAny = Cut(ref name, Any, name.StartsWith, (text, part) => text[part.Length..]);
        var (compare, isNegated) = Named(name, condition.Operator);
        var wanted = condition.Values
            .Select(value => hasVariables ? PolicyString.Filled(value, context.Single) : PolicyString.Plain(value))
            .OfType<PolicyString>()
            .ToArray();
        var actual = context.TryGetValue(condition.Key, out var values) ? values.All : null;

        if (actual is null && isOptional)
            return true;
        if (forAll || forAny)
        {
            var members = (actual ?? []).Where(value => value.Length > 0);
            return forAll ? members.All(Holds) : members.Any(Holds);
        }

        return actual switch
        {
            null or [] => isNegated,
            [var single] => Holds(single),
            _ => throw new InvalidOperationException(
                $"'{condition.Key}' has several values: {condition.Operator} needs ForAnyValue or ForAllValues"),
        };

        bool Holds(string value) => wanted.Any(one => compare(value, one)) != isNegated;
    }

    private static (Comparison Compare, bool IsNegated) Named(string name, string whole) => name.ToUpperInvariant() switch
    {
        "STRINGEQUALS" => (Equal, false),
        "STRINGNOTEQUALS" => (Equal, true),
        "STRINGEQUALSIGNORECASE" => (EqualIgnoringCase, false),
        "STRINGNOTEQUALSIGNORECASE" => (EqualIgnoringCase, true),
        "STRINGLIKE" => (Like, false),
        "STRINGNOTLIKE" => (Like, true),
        "ARNEQUALS" or "ARNLIKE" => (LikeArn, false),
        "ARNNOTEQUALS" or "ARNNOTLIKE" => (LikeArn, true),
        "BOOL" => (EqualIgnoringCase, false),
        "NUMERICEQUALS" => (Numeric(order => order == 0), false),
        "NUMERICNOTEQUALS" => (Numeric(order => order == 0), true),
        "NUMERICLESSTHAN" => (Numeric(order => order < 0), false),
        "NUMERICLESSTHANEQUALS" => (Numeric(order => order <= 0), false),
        "NUMERICGREATERTHAN" => (Numeric(order => order > 0), false),
        "NUMERICGREATERTHANEQUALS" => (Numeric(order => order >= 0), false),
        "IPADDRESS" => (InNetwork, false),
        "NOTIPADDRESS" => (InNetwork, true),
        _ => throw new NotSupportedException($"condition operator '{whole}' is not known here"),
    };

    private static bool Equal(string actual, PolicyString wanted) => actual == wanted.Literal;

    private static bool EqualIgnoringCase(string actual, PolicyString wanted) =>
        actual.Equals(wanted.Literal, StringComparison.OrdinalIgnoreCase);

    private static bool Like(string actual, PolicyString wanted) => wanted.IsLike(actual);

    private static bool LikeArn(string actual, PolicyString wanted) => wanted.IsLikeArn(actual);

    private static Comparison Numeric(Func<int, bool> holds) => (actual, wanted) =>
        decimal.TryParse(actual, CultureInfo.InvariantCulture, out var number) &&
        holds(number.CompareTo(decimal.Parse(wanted.Literal, CultureInfo.InvariantCulture)));

    private static bool InNetwork(string actual, PolicyString wanted)
    {
        var parts = wanted.Literal.Split('/');
        var network = IPAddress.Parse(parts[0]).GetAddressBytes();
        var bits = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : network.Length * 8;
        return IPAddress.TryParse(actual, out var address)
            && address.GetAddressBytes() is var bytes
            && bytes.Length == network.Length
            && Enumerable.Range(0, bits).All(bit => ((bytes[bit / 8] ^ network[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }

    private static bool Cut(ref string text, string part, Func<string, StringComparison, bool> has, Func<string, string, string> without)
    {
        if (!has(part, StringComparison.OrdinalIgnoreCase))
            return false;
        text = without(text, part);
        return true;
    }
}
