namespace Nautilus.Testing;

/// <summary>The repository of the tests: the nearest folder above the test assembly that has a <c>cdktf.json</c>.</summary>
public static class Repository
{
    private const string Marker = "cdktf.json";

    private static readonly Lazy<string> Found = new(FindRoot);

    /// <summary>The full path of the folder with <c>cdktf.json</c>.</summary>
    /// <exception cref="InvalidOperationException">No folder above the test assembly has a <c>cdktf.json</c>.</exception>
    public static string Root => Found.Value;

    /// <summary>The full path of a file or folder of the repository.</summary>
    /// <param name="parts">The path from the root, such as <c>"tests", "Stacks"</c>.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// Makes an empty folder below <c>artifacts/tests</c>, which git should ignore. What an earlier run left in it is deleted.
    /// </summary>
    /// <param name="name">The folder's name, or a relative path.</param>
    /// <returns>The full path.</returns>
    public static string NewFolder(string name)
    {
        var folder = PathOf("artifacts", "tests", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>A path as people type it at the root.</summary>
    internal static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        throw new InvalidOperationException(
            $"no {Marker} in any folder above {AppContext.BaseDirectory}: build the tests to a folder below the one with {Marker}");
    }
}
