using Nautilus.Testing;
using Tests.App;

namespace Tests.Bindings;

/// <summary>The folder in which the jsii runtime keeps the kernel, the npm packages and their modules.</summary>
[Collection(Beside.Programs)]
public sealed class UserFolderTests
{
    private const UnixFileMode OfUserAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public void It_belongs_to_the_user_alone()
    {
        var caches = Repository.NewFolder("user-folder");
        var folder = Directory.CreateDirectory(Path.Combine(caches, "nautilus-jsii"));
        File.SetUnixFileMode(folder.FullName, OfUserAlone | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);

        Synthesize(caches).Run(BuiltApp.Assembly).Succeeds();

        File.GetUnixFileMode(folder.FullName).Should().Be(OfUserAlone);
        folder.EnumerateFiles("modules-*").Should().ContainSingle().Which.UnixFileMode.Should().Be(
            UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_file_of_modules_that_is_cut_off_is_written_again()
    {
        var caches = Repository.NewFolder("user-folder-cut");
        Synthesize(caches).Run(BuiltApp.Assembly).Succeeds();
        var modules = new DirectoryInfo(Path.Combine(caches, "nautilus-jsii")).GetFiles("modules-*").Single();
        var length = modules.Length;
        using (var file = modules.OpenWrite())
            file.SetLength(length / 2);

        Synthesize(caches).Run(BuiltApp.Assembly).Succeeds();

        modules.Refresh();
        modules.Length.Should().BeCloseTo(length, (ulong)length / 10);
    }

    [Fact]
    public void Processes_that_fill_it_at_once_do_not_disturb_each_other()
    {
        var caches = Repository.NewFolder("user-folder-shared");
        var app = $"dotnet '{BuiltApp.Assembly}' || echo failed";

        var runs = Synthesize(caches) with { Program = "sh" };
        var result = runs.Run("-c", $"for each in 1 2 3; do (mkdir $each; cd $each; {app}) & done; wait").Succeeds();

        result.Output.Should().BeEmpty();
        result.Error.Should().BeEmpty();
        Directory.EnumerateFiles(Path.Combine(caches, "nautilus-jsii")).Select(Path.GetFileName).Should().HaveCount(4)
            .And.OnlyContain(name => name!.EndsWith(".tgz") || name.StartsWith("modules-"));
    }

    [Fact]
    public void Where_it_cannot_be_made_a_temporary_folder_takes_its_place_and_is_removed()
    {
        var home = Path.Combine(Repository.NewFolder("no-home"), "file");
        File.WriteAllText(home, "");
        var temporary = Repository.NewFolder("no-home-temporary");

        var synthesis = Synthesize(home);
        (synthesis with
        {
            Environment = new Dictionary<string, string?>(synthesis.Environment) { ["TMPDIR"] = temporary },
        }).Run(BuiltApp.Assembly).Succeeds();

        Directory.EnumerateFileSystemEntries(temporary).Should().BeEmpty();
    }

    [Fact]
    public void Without_room_on_the_disk_it_is_one_line()
    {
        var caches = Repository.NewFolder("no-room");
        var synthesis = Synthesize(caches) with { Program = "sh" };

        // A limit on the size of files stands for a full disk. .NET's own memory counts as a file unless it is told otherwise.
        var result = (synthesis with
        {
            Environment = new Dictionary<string, string?>(synthesis.Environment) { ["DOTNET_EnableWriteXorExecute"] = "0" },
        }).Run("-c", $"trap '' XFSZ; ulimit -f 1000; exec dotnet '{BuiltApp.Assembly}'");

        result.ExitCode.Should().Be(1);
        result.Error.TrimEnd('\n').Should().StartWith("nautilus: the files of Node.js cannot be written to '").And.NotContain("\n");
        Directory.EnumerateFiles(caches, "*.tgz*", SearchOption.AllDirectories)
            .Should().OnlyContain(file => file.EndsWith(".tgz", StringComparison.Ordinal), "no part of a file may stay");
    }

    private static Command Synthesize(string caches) => new("dotnet", Repository.NewFolder("user-folder-app"))
    {
        Environment = new Dictionary<string, string?> { ["CDKTF_CONTEXT_JSON"] = "{}", ["XDG_CACHE_HOME"] = caches },
    };
}
