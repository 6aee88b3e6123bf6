using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>Steps that several dangers have.</summary>
internal static class Advice
{
    public const string ProtectionIsGone = "prevent_destroy was removed with the resource and protects nothing.";

    public static string KeepOutsideOfStack(DeployedResource resource) =>
        "To keep it outside of this stack: \"removed\": " +
        $$"""[{ "from": "{{ResourceAddress.WithoutKey(resource.StateAddress)}}", "lifecycle": { "destroy": false } }]""";
}
