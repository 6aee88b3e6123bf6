namespace Nautilus.Access;

/// <summary>Who a statement is about.</summary>
/// <param name="Type"><c>AWS</c> or <c>Service</c>.</param>
/// <param name="Identifiers">ARNs, or the names of services.</param>
public sealed record Principal(string Type, params string[] Identifiers);
