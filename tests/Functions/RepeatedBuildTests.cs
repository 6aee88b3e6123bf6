using Nautilus.Testing;

namespace Tests.Functions;

[Collection(Beside.Programs)]
public sealed class RepeatedBuildTests
{
    [Fact]
    public void The_same_source_gives_the_same_zip_in_another_folder_and_with_another_build()
    {
        var copy = Repository.NewFolder("functions-elsewhere");
        CopySources(copy);
        File.WriteAllText(Path.Combine(copy, "functions.slnx"), SolutionOf("Runtime", "Records", "Packing", "Transform"));
        var zip = Path.Combine(copy, "artifacts", "functions", "transform.zip");

        new Command("dotnet", copy).Run(
            "build", "functions.slnx", "--nologo", "--verbosity", "quiet",
            $"-property:RestorePackagesPath={Repository.PathOf("artifacts", "packages")}{Path.DirectorySeparatorChar}").Succeeds();

        File.ReadAllBytes(zip).AsSpan().SequenceEqual(File.ReadAllBytes(BuiltFunction.ZipOf("transform"))).Should().BeTrue();
    }

    private static string SolutionOf(params IEnumerable<string> projects) =>
        $"<Solution>{string.Concat(projects.Select(ProjectOf))}</Solution>";

    private static string ProjectOf(string name) => $"""<Project Path="Functions/{name}/Nautilus.Functions.{name}.csproj" />""";

    private static void CopySources(string destination)
    {
        var files = Directory.GetFiles(Repository.PathOf("Functions"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("bindings"), "*"))
            .Concat(Directory.GetFiles(Repository.PathOf("bindings", "runtime"), "*", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.Root, "Directory.*"))
            .Append(Repository.PathOf("global.json")).Append(Repository.PathOf(".editorconfig"));
        foreach (var file in files)
        {
            var target = Path.Combine(destination, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
