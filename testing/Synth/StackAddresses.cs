using System.Text.Json.Nodes;
using Nautilus.Testing.Provider;

namespace Nautilus.Testing.Synth;

/// <summary>
/// The addresses of a stack's resources are in its users' state. A committed list a stack keeps them:
/// an address that goes without a <c>moved</c> block destroys what stands there.
/// </summary>
internal static class StackAddresses
{
    public static void Verify(string stack, string id, string synthesized)
    {
        var list = Repository.PathOf("tests", "Stacks", $"{stack}.addresses.txt");
        var known = File.Exists(list) ? File.ReadAllLines(list) : [];
        if (Complaint(id, known, JsonNode.Parse(synthesized)!) is { } complaint)
            TestFailure.Report($"{complaint}\nThe list is {Path.GetRelativePath(Repository.Root, list)}");
    }

    public static IEnumerable<string> In(JsonNode stack) =>
        from type in stack["resource"]!.AsObject()
        from resource in type.Value!.AsObject()
        select $"{type.Key}.{resource.Key}";

    /// <summary>What is wrong with the addresses of a stack, or null.</summary>
    internal static string? Complaint(string id, string[] known, JsonNode stack)
    {
        var present = In(stack).ToArray();
        var moved = (stack["moved"]?.AsArray() ?? []).Select(block => (string)block!["from"]!);
        var gone = known.Except(present).Except(moved).ToArray();
        var added = present.Except(known).Order(StringComparer.Ordinal).ToArray();

        if (gone.Length > 0)
            return $"Stack '{id}' no longer has these addresses, and Terraform would destroy what stands there:\n"
                + string.Join('\n', gone.Select(address => $"  {address}\n{Advice(address, added)}"));
        if (added.Length > 0)
            return $"Stack '{id}' has new addresses; once released they stay, so add them to the list:\n  {string.Join("\n  ", added)}";
        return known.SequenceEqual(known.Order(StringComparer.Ordinal)) ? null : $"The list of stack '{id}' is not sorted.";
    }

    private static string Advice(string address, string[] added)
    {
        var type = address.Split('.')[0];
        var candidate = added.FirstOrDefault(other => other.Split('.')[0] == type);
        return candidate is null
            ? "    If it is meant to go, take it off the list and tell the users; if it moved, there is no new address of its type."
            : $"    If it moved, say so, for a stream with MovedFrom(\"{address}\"), which writes: moved {{ from = {address}, to = {candidate} }}";
    }
}
