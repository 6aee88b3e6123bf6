using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nautilus.Access;

/// <summary>
/// Estimates how many characters IAM counts in a policy. IAM counts the ARNs, which are not known before Terraform runs: a value that is
/// one expression counts as an ARN, and an expression in a longer value counts as a part of one.
/// </summary>
internal static partial class PolicyLength
{
    private const int LengthOfArn = 90;
    private const int LengthOfPart = 12;

    public static int Of(IEnumerable<Statement> statements)
    {
        var json = JsonSerializer.Serialize(PolicyJson.Of(statements));
        var withArns = WholeArn().Replace(json, $"\"{new string('x', LengthOfArn)}\"");
        return PartOfArn().Replace(withArns, new string('x', LengthOfPart)).Length;
    }

    [GeneratedRegex(@"""\$\{[^}]*\}""")]
    private static partial Regex WholeArn();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex PartOfArn();
}
