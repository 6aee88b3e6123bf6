using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Nautilus.Foundations;

/// <summary>The region that the provider of a stack is set to.</summary>
internal static class StackRegion
{
    /// <summary>The region; null if it is not known before Terraform runs.</summary>
    public static string? Of(Construct construct) =>
        TerraformStack.Of(construct).Node.Children.OfType<AwsProvider>().FirstOrDefault(provider => provider.Alias is null)?.Region
            is { } region && !Tokens.IsToken(region) ? region : null;

    /// <summary>A resource that is used in the region of the stack. It is not checked if one of the two regions is not known.</summary>
    /// <param name="what">The thing, such as <c>key</c>.</param>
    /// <param name="arn">Its ARN.</param>
    /// <param name="construct">Where it is used.</param>
    public static Rule HasArn(string what, string arn, Construct construct) =>
        Tokens.IsToken(arn) || Of(construct) is not { } region || arn.Split(':') is not [_, _, _, var other, ..] || other == region
            ? Rule.That(true, "")
            : Rule.That(false, $"{what} must be in {region}, the region of the stack, got '{arn}'");
}
