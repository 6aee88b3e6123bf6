namespace Nautilus.Testing.StepFunctions;

/// <summary>The npm packages of <c>jsonata/package-lock.json</c>, installed under <c>artifacts/</c> when they are missing.</summary>
internal static class NodePackages
{
    private static readonly Lazy<string> Installed = new(Install);

    public static string Folder => Installed.Value;

    public static string Script(string name) => KitFiles.PathOf("StepFunctions", "jsonata", name);

    private static string Install()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "jsonata")).FullName;
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        var pinned = File.ReadAllText(Script("package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == pinned)
            return folder;

        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(Script(file), Path.Combine(folder, file), overwrite: true);
        var npm = new Command("npm", folder).Run("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        if (npm.ExitCode != 0)
            throw new InvalidOperationException(
                $"npm could not install jsonata and asl-validator into {folder}; "
                + $"connect to the registry and run the tests again: {npm.Error.Trim()}");
        File.WriteAllText(stamp, pinned);
        return folder;
    }
}
