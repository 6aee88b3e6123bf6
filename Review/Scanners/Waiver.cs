using System.Text.RegularExpressions;

namespace Nautilus.Review.Scanners;

/// <summary>A rule that does not apply, and why.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="On">A type of resource, or the address of one resource.</param>
/// <param name="Reason">Why the resource is right as it is.</param>
public sealed record Waiver(string Rule, string On, string Reason)
{
    /// <summary>The name of the one stack that the waiver is for. Without it, the waiver is for every stack.</summary>
    public string? Stack { get; init; }

    /// <summary>The one value that the waiver accepts. Without it, the waiver accepts any value.</summary>
    public string? Value { get; init; }

    /// <summary>The values that the waiver accepts, as a regular expression.</summary>
    public string? Values { get; init; }

    /// <summary>One waiver for each of several rules, with the same reason.</summary>
    /// <param name="rules">The ids of the rules.</param>
    /// <param name="on">A type of resource, or the address of one resource.</param>
    /// <param name="reason">Why the resource is right as it is.</param>
    public static IEnumerable<Waiver> OfAll(IEnumerable<string> rules, string on, string reason) =>
        rules.Select(rule => new Waiver(rule, on, reason));

    /// <summary>Whether the waiver is for a violation.</summary>
    /// <param name="violation">The violation.</param>
    public bool Covers(Violation violation) =>
        Rule == violation.Rule
        && (On == violation.Resource.Type || On == violation.Resource.Address)
        && (Stack is null || Stack == violation.Resource.Stack.Name)
        && (Value is null || Value == violation.Finding.Value)
        && (Values is null || Regex.IsMatch(violation.Finding.Value ?? "", Values));

    /// <summary>The rule, the resource, the stack and the values.</summary>
    public override string ToString()
    {
        var values = Value ?? Values;
        return $"{Rule} on {On} of {Stack ?? "every stack"}{(values is null ? "" : $", {values}")}";
    }
}
