namespace Nautilus.Testing;

/// <summary>The scripts and packages that the kits run. The build copies them to the output folder of the tests.</summary>
internal static class KitFiles
{
    /// <summary>The full path of a file, from its path below <c>testing/</c>.</summary>
    public static string PathOf(params string[] parts)
    {
        var path = Path.Combine([AppContext.BaseDirectory, "testing-kits", .. parts]);
        return Path.Exists(path) ? path : throw new InvalidOperationException(
            $"{path} does not exist: reference Nautilus.Testing as a project, so that the build copies its files, and build again");
    }
}
