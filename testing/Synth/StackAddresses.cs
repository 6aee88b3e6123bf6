using System.Text.Json.Nodes;

namespace Nautilus.Testing.Synth;

/// <summary>
/// The addresses of a stack's resources. They are in the state of everybody who has deployed the stack: if an address changes
/// without a <c>moved</c> block, Terraform destroys the resource.
/// </summary>
public static class StackAddresses
{
    /// <summary>The address of each resource in synthesized Terraform JSON, such as <c>aws_kinesis_stream.clicks</c>.</summary>
    /// <param name="stack">The JSON of the stack.</param>
    public static IEnumerable<string> In(JsonNode stack) =>
        from type in stack["resource"]?.AsObject() ?? []
        from resource in type.Value!.AsObject()
        select $"{type.Key}.{resource.Key}";

    /// <summary>What is wrong with the addresses of a stack, or null.</summary>
    internal static string? Complaint(string name, string[] known, JsonNode stack)
    {
        var present = In(stack).ToArray();
        var moved = (stack["moved"]?.AsArray() ?? []).Select(block => (string)block!["from"]!);
        var missing = known.Except(present).Except(moved).ToArray();
        var added = present.Except(known).Order(StringComparer.Ordinal).ToArray();

        if (missing.Length > 0)
            return $"Stack '{name}' no longer has these addresses. Terraform would destroy their resources:\n"
                + string.Join('\n', missing.Select(address => $"  {address}\n{Advice(address, added)}"));
        if (added.Length > 0)
            return $"Stack '{name}' has new addresses. Once released they must stay. Add them to the list:\n  {string.Join("\n  ", added)}";
        return known.SequenceEqual(known.Order(StringComparer.Ordinal))
            ? null
            : $"The list of stack '{name}' is not sorted. Sort it by code point.";
    }

    private static string Advice(string address, string[] added)
    {
        var type = address.Split('.')[0];
        var candidate = added.FirstOrDefault(other => other.Split('.')[0] == type);
        return candidate is null
            ? "    If the resource is to be destroyed, remove the address from the list and inform the users."
            : $"    If it moved, add the block: moved {{ from = {address}, to = {candidate} }}\n"
                + $"    In CDKTF, call MoveFromId(\"{address}\") on the resource at the new address.";
    }
}
