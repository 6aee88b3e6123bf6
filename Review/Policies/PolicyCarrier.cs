namespace Nautilus.Review.Policies;

/// <summary>A type of resource that carries a policy.</summary>
/// <param name="Type">The type.</param>
/// <param name="Attribute">The attribute that has the policy.</param>
/// <param name="Owner">The type of the resource that the policy is about, where the policy is a resource beside it.</param>
/// <param name="OwnedBy">The attribute by which such a policy refers to its owner: with the ARN, or with an id.</param>
/// <param name="OwnerId">The owner's attribute that has this id.</param>
internal sealed record PolicyCarrier(
    string Type, string Attribute = "policy", string? Owner = null, string? OwnedBy = null, string OwnerId = "id");
