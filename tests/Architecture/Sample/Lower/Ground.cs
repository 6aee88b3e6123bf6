using Tests.Architecture.Sample.Upper;

namespace Tests.Architecture.Sample.Lower;

/// <summary>Uses what is above it, in the body of a lambda.</summary>
internal static class Ground
{
    public static readonly Func<int> Height = () => Roof.Storeys + 1;
}
