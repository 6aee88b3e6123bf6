using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>The <c>moved</c> blocks of a configuration.</summary>
internal sealed class Moves(JsonNode? blocks)
{
    private readonly (string From, string To)[] _moves = [.. blocks.Blocks().Select(move => ((string)move["from"]!, (string)move["to"]!))];

    /// <summary>The address of a resource after all moves.</summary>
    public string Follow(string address)
    {
        foreach (var _ in _moves)
            address = Next(address);
        return address;
    }

    private string Next(string address)
    {
        foreach (var (from, to) in _moves)
            if (ResourceAddress.Covers(from, address))
                return to + address[from.Length..];
        return address;
    }
}
