using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>An expression that is an attribute of a resource, and nothing else: <c>${aws_kms_key.key.arn}</c>.</summary>
/// <param name="Address">The resource, such as <c>aws_kms_key.key</c> or <c>data.aws_iam_policy_document.trust</c>.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed partial record Reference(string Address, string Attribute)
{
    public static Reference? In(string? text) => Pattern().Match(text ?? "") is { Success: true } match
        ? new(match.Groups["address"].Value, match.Groups["attribute"].Value)
        : null;

    /// <summary>The reference as Terraform's JSON has it.</summary>
    public override string ToString() => $"${{{Address}.{Attribute}}}";

    [GeneratedRegex(@"^\$\{(?<address>(data\.)?\w+\.[\w-]+)\.(?<attribute>\w+)\}\z")]
    private static partial Regex Pattern();
}
