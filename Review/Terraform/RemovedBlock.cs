using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>A <c>removed</c> block of a configuration: Terraform takes a resource out of the state.</summary>
/// <param name="From">The resource's address, or that of a module.</param>
/// <param name="Destroys">Whether Terraform destroys the resource as well.</param>
internal sealed record RemovedBlock(string From, bool Destroys)
{
    public static IEnumerable<RemovedBlock> In(JsonNode? blocks) =>
        blocks.Blocks().Select(removed => new RemovedBlock((string)removed["from"]!, removed.At("lifecycle.destroy").Text() != "false"));
}
