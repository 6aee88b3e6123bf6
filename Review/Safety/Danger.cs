namespace Nautilus.Review.Safety;

/// <summary>A change that Terraform plans without a warning, and that can fail at apply or lose data.</summary>
/// <param name="Address">The resource's address in the state.</param>
/// <param name="What">The change.</param>
/// <param name="Why">The consequence.</param>
/// <param name="Steps">The safe steps, in this order.</param>
public sealed record Danger(string Address, string What, string Why, IReadOnlyList<string> Steps)
{
    /// <summary>The text that <c>check</c> prints.</summary>
    public override string ToString() => string.Join('\n',
    [
        Address,
        $"  {What}",
        $"  Why: {Why}",
        "  Instead:",
        .. Steps.Select((step, index) => $"    {index + 1}. {step}"),
    ]);
}
