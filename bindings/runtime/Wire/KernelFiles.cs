namespace Amazon.JSII.Runtime;

/// <summary>The JavaScript files of the kernel.</summary>
internal static class KernelFiles
{
    private static readonly string[] Names = ["runtime-index-worker.js", "program.js", "kept.js", "modules.js", "host.js"];

    /// <summary>Extracts the files, and returns the one that Node.js starts.</summary>
    public static string Extract()
    {
        var assembly = typeof(KernelFiles).Assembly;
        var kernel = $"kernel-{assembly.ManifestModule.ModuleVersionId:N}";
        var folder = UserFolder.Current;
        var files = Array.ConvertAll(Names, name => UserFolder.Current.Extract(assembly, name, Path.Combine(kernel, name)));
        return folder == UserFolder.Current ? files[^1] : Extract();
    }
}
