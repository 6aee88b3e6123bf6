using System.Runtime.CompilerServices;
using HashiCorp.Cdktf;
using Nautilus.Streams;

namespace Nautilus.Foundations;

/// <summary>What a stack says of its state, beside <see cref="DataStream.AdoptExisting"/> and <see cref="DataStream.MovedFrom"/>.</summary>
public static class TerraformStackState
{
    private static readonly ConditionalWeakTable<TerraformStack, List<string>> Forgotten = [];

    /// <summary>Takes resources out of the state and leaves them in AWS, at the addresses where they stood.</summary>
    public static void Forget(this TerraformStack stack, params string[] addresses)
    {
        // An override is set whole, so it is told all that was forgotten before.
        var all = Forgotten.GetOrCreateValue(stack);
        all.AddRange(addresses);
        stack.AddOverride("removed", all
            .Select(address => new Dictionary<string, object>
            {
                ["from"] = address,
                ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false },
            })
            .ToArray());
    }
}
