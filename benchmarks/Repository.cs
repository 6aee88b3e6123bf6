using System.Diagnostics;

namespace Nautilus.Benchmarks;

/// <summary>The repository of this program, and what is built in it.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static void Publish(string project, params string[] options) =>
        Run(Root, "dotnet", ["publish", project, "--verbosity", "quiet", .. options]);

    /// <summary>Copies the files of the TypeScript program to a folder in which npm installs its packages, and compiles it.</summary>
    public static string TypeScript()
    {
        var folder = Directory.CreateDirectory(PathOf("artifacts/benchmarks/typescript")).FullName;
        foreach (var file in Directory.GetFiles(PathOf("benchmarks/typescript")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        Run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
        Run(folder, "npx", "tsc");
        return folder;
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed in {folder}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "cdktf.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("this program must run from a build inside the repository");
        return folder.FullName;
    }
}
