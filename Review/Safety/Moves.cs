using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>The <c>moved</c> blocks of a configuration.</summary>
internal sealed class Moves(JsonNode stack)
{
    private readonly (string From, string To)[] _moves =
        [.. Json.List(stack["moved"]).Select(move => ((string)move["from"]!, (string)move["to"]!))];

    /// <summary>Where a resource ends up, over as many moves as there are.</summary>
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
