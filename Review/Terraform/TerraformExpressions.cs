using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>Evaluates the strings of synthesized Terraform JSON, as far as policies and names need it.</summary>
/// <param name="values">The value of each reference, such as <c>aws_kinesis_stream.clicks.arn</c>. Values may have expressions.</param>
public sealed partial class TerraformExpressions(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The text with all of its expressions evaluated.</summary>
    /// <param name="template">A string of Terraform's JSON.</param>
    /// <exception cref="FormatException">An expression has no value, or this class can't evaluate it.</exception>
    public string Resolve(string template) => Resolve(template, []);

    private string Resolve(string template, IReadOnlyList<string> within) =>
        new ExpressionParser(template, reference => ValueOf(reference, within)).WholeTemplate();

    private string? ValueOf(string reference, IReadOnlyList<string> within)
    {
        if (within.Contains(reference))
            throw new FormatException($"'{reference}' refers to itself");
        return (values.GetValueOrDefault(reference) ?? values.GetValueOrDefault(WithoutIndex(reference))) is { } value
            ? Resolve(value, [.. within, reference])
            : null;
    }

    // aws_x.y[0].arn: the instances of a resource have the same value here.
    private static string WithoutIndex(string reference) => Index().Replace(reference, "$1");

    [GeneratedRegex(@"^((?:data\.)?\w+\.[\w-]+)\[[^\]]*\]")]
    private static partial Regex Index();
}
