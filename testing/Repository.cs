namespace Nautilus.Testing;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A new, empty folder below <c>artifacts</c>, out of git's sight.</summary>
    public static string NewFolder(string name)
    {
        var folder = PathOf("artifacts", "tests", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "cdktf.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"no cdktf.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
