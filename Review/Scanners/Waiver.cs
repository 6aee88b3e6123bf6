using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>A violation that is meant, on a resource type or one address, and why.</summary>
internal sealed record Waiver(string Rule, string On, string Reason)
{
    /// <summary>The one stack it is for; else it is for every stack.</summary>
    public string? Stack { get; init; }

    /// <summary>The one value it lets pass; else any.</summary>
    public string? Value { get; init; }

    /// <summary>Which values it lets pass, as a regular expression; else any.</summary>
    public string? Values { get; init; }

    public bool Covers(Violation violation) =>
        Rule == violation.Rule
        && (On == violation.Resource.Type || On == violation.Resource.Address)
        && (Stack is null || Stack == violation.Resource.Stack.Name)
        && (Value is null || Value == violation.Finding.Value)
        && (Values is null || Regex.IsMatch(violation.Finding.Value ?? "", Values));

    public override string ToString() => $"{Rule} on {On} of {Stack ?? "every stack"}{(Value ?? Values) switch { null => "", var values => $", {values}" }}";
}
