using System.Globalization;
using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>What a stack's configuration means for the resources of its state.</summary>
internal sealed class Configuration(SynthesizedStack stack)
{
    public Moves Moves => stack.Moves;

    /// <summary>The configuration of a resource; null for a resource of a module.</summary>
    public Resource? Find(string address) => ResourceAddress.Parse(address) is { ModuleCall: null } resource ? Find(resource) : null;

    /// <summary>Whether a resource stays, as far as this is known before Terraform runs.</summary>
    public bool Keeps(string address)
    {
        var resource = ResourceAddress.Parse(address);
        if (resource.ModuleCall is { } call)
            return stack.CallsModule(call);
        if (Find(resource) is not { } block)
            return false;
        if (block.Attributes["for_each"] is { } each)
            return each is not JsonObject keys || (resource.Key is not null && keys.ContainsKey(resource.Key));
        if (block["count"] is { } count)
            return !int.TryParse(count, CultureInfo.InvariantCulture, out var instances) || resource.Index < instances;
        return resource.Index == 0;
    }

    /// <summary>Whether a <c>removed</c> block takes a resource out of the state without destroying it.</summary>
    public bool Forgets(DeployedResource resource) =>
        stack.Removed.Any(removed => !removed.Destroys && ResourceAddress.Covers(removed.From, resource.StateAddress));

    /// <summary>The addresses of the resources of a type with this name in AWS.</summary>
    public IEnumerable<string> Named(string type, string name) =>
        stack.OfType(type).Where(resource => resource["name"] == name).Select(resource => resource.Address);

    private Resource? Find(ResourceAddress resource) => stack.Find($"{resource.Type}.{resource.Name}");
}
