namespace Nautilus.Testing.Emulation;

/// <summary>What a stack did on a local AWS.</summary>
/// <param name="Addresses">The addresses of the resources that existed.</param>
/// <param name="Records">The records that were put into each of its streams and read back.</param>
/// <param name="LeftBehind">The names of the streams that exist after destroy.</param>
public sealed record StackLife(IReadOnlyList<string> Addresses, IReadOnlyList<string> Records, IReadOnlyList<string> LeftBehind);
