using HashiCorp.Cdktf;

namespace Nautilus.Streaming;

/// <summary>What a stack says of its state, beside <see cref="DataStream.AdoptExisting"/> and <see cref="DataStream.MovedFrom"/>.</summary>
public static class TerraformStackState
{
    /// <summary>Takes resources out of the state and leaves them in AWS, at the addresses where they stood.</summary>
    public static void Forget(this TerraformStack stack, params string[] addresses) => stack.AddOverride("removed", addresses
        .Select(address => new Dictionary<string, object>
        {
            ["from"] = address,
            ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false },
        })
        .ToArray());
}
