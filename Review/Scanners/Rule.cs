using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>
/// What scanners ask of the resources of some types. Scanners that ask for the same share a rule, under their own ids.
/// </summary>
internal sealed record Rule(string[] Ids, string[] Types)
{
    public required string Condition { get; init; }

    public required Func<Resource, IEnumerable<Finding>> Offences { get; init; }

    /// <summary>Proof that the rule can fail: attributes of its first type, or a whole configuration.</summary>
    public required string[] Violated { get; init; }

    /// <summary>Proof that the rule can pass, in the same form.</summary>
    public required string[] Satisfied { get; init; }

    public IEnumerable<Resource> Subjects(SynthesizedStack stack) => stack.Resources.Where(resource => Types.Contains(resource.Type));

    public IEnumerable<Violation> Violations(string id, SynthesizedStack stack) =>
        from resource in Subjects(stack)
        from finding in Offences(resource)
        select new Violation(id, resource, Condition, finding);
}

internal sealed record Finding(string? Value, string Where)
{
    public override string ToString() => $"{Value ?? "nothing"} in {Where}";
}

internal sealed record Violation(string Rule, Resource Resource, string Condition, Finding Finding)
{
    public override string ToString() => $"{Rule}, {Resource.Stack.Name}, {Resource.Address}: {Condition}, got {Finding}";
}
