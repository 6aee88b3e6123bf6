namespace Nautilus.Review.Access;

/// <summary>How a statement names the principal of a request.</summary>
internal enum Match
{
    None,
    ItsAccount,
    Itself,
}
