namespace Nautilus.Review.Policies;

/// <summary>Who a statement is about.</summary>
/// <param name="Type"><c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c> or <c>*</c>.</param>
/// <param name="Id">An ARN, an account, the name of a service, or <c>*</c>.</param>
public sealed record Principal(string Type, string Id)
{
    /// <summary>Whether this is everybody.</summary>
    public bool IsAnyone => Id == "*" && Type is "*" or "AWS";
}
