using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>
/// A rule that scanners check on the resources of some types. Scanners that check the same share a rule, under their own ids.
/// </summary>
/// <param name="Ids">The ids of the scanners, such as <c>CKV_AWS_43</c>.</param>
/// <param name="Types">The types of resource.</param>
public sealed record ScannerRule(IReadOnlyList<string> Ids, IReadOnlyList<string> Types)
{
    /// <summary>The rule in words, such as <c>encryption_type must be KMS</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>The values of a resource that break the rule.</summary>
    public required Func<Resource, IEnumerable<Finding>> Offences { get; init; }

    /// <summary>Samples that break the rule, as proof that it can fail: attributes of the first type, or whole configurations.</summary>
    public required IReadOnlyList<string> Violated { get; init; }

    /// <summary>Samples that follow the rule, as proof that it can pass, in the same form.</summary>
    public required IReadOnlyList<string> Satisfied { get; init; }

    /// <summary>The resources of a stack that the rule is about.</summary>
    /// <param name="stack">The stack.</param>
    public IEnumerable<Resource> Subjects(SynthesizedStack stack) => stack.Resources.Where(resource => Types.Contains(resource.Type));

    /// <summary>The violations of the rule in a stack, under one of its ids.</summary>
    /// <param name="id">The id.</param>
    /// <param name="stack">The stack.</param>
    public IEnumerable<Violation> Violations(string id, SynthesizedStack stack) =>
        from resource in Subjects(stack)
        from finding in Offences(resource)
        select new Violation(id, resource, Condition, finding);
}
