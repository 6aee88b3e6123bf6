using Tests.Architecture.Sample.Lower;

namespace Tests.Architecture.Sample.Upper;

/// <summary>Uses what is below it, as it may.</summary>
internal static class Roof
{
    public static int Storeys { get; set; } = 1;

    public static int Total() => Ground.Height() + Storeys;
}
