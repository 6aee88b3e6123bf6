using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>Sample values for the attributes that AWS gives to the resources of a stack: ARNs, ids and names as AWS forms them.</summary>
public static class SampleAttributes
{
    /// <summary>The account of the samples, unless you choose another one.</summary>
    public const string Account = "111122223333";

    /// <summary>The region of the samples, unless you choose another one.</summary>
    public const string Region = "us-east-1";

    /// <summary>The value of each reference, such as <c>aws_kms_key.key.arn</c>, for <see cref="TerraformExpressions"/>.</summary>
    /// <param name="stack">The content of a stack's <c>cdk.tf.json</c>.</param>
    /// <param name="account">The account of the samples.</param>
    /// <param name="region">The region of the samples.</param>
    public static IReadOnlyDictionary<string, string> Of(JsonNode stack, string account = Account, string region = Region) =>
        Of(new SynthesizedStack("", stack), account, region);

    /// <summary>The value of each reference, such as <c>aws_kms_key.key.arn</c>, for <see cref="TerraformExpressions"/>.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="account">The account of the samples.</param>
    /// <param name="region">The region of the samples.</param>
    public static IReadOnlyDictionary<string, string> Of(SynthesizedStack stack, string account = Account, string region = Region)
    {
        var values = stack.LocalMaps.ToDictionary(item => item.Reference, item => item.Value);
        foreach (var resource in stack.Resources)
        {
            foreach (var (attribute, value) in Invented(resource, account, region))
                values[$"{resource.Address}.{attribute}"] = value;
            foreach (var (attribute, value) in resource.Attributes.Where(property => property.Value is JsonValue))
                values[$"{resource.Address}.{attribute}"] = value.Text()!;
        }

        return values;
    }

    private static IReadOnlyDictionary<string, string> Invented(Resource resource, string account, string region) => resource.Type switch
    {
        "data.aws_caller_identity" => Values(("account_id", account), ("id", account)),
        // Doubled: the value is a reference, for the reader of policies to follow.
        "data.aws_iam_policy_document" => Values(
            ("json", $"${resource.ReferenceTo("json")}"), ("minified_json", $"${resource.ReferenceTo("json")}")),
        "data.aws_partition" => Values(("partition", "aws"), ("dns_suffix", "amazonaws.com"), ("id", "aws")),
        "data.aws_region" => Values(("name", region), ("region", region), ("id", region)),
        _ => new SampleResource(resource, account, region).Attributes,
    };

    private static Dictionary<string, string> Values(params (string Name, string Value)[] attributes) =>
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
}
