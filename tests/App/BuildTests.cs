using Nautilus.Testing;

namespace Tests.App;

/// <summary>When <c>synth.mjs</c> builds the app. A shell script stands in for dotnet, and writes down its calls.</summary>
[Collection(Beside.Tools)]
public sealed class BuildTests
{
    private const string Release = "-property:Configuration=Release -nologo";
    private const string Bindings = $"msbuild cdktf.csproj {Release} -target:MakeBindings -verbosity:minimal";
    private const string Transform = $"msbuild Functions/Transform {Release} -restore -verbosity:quiet";
    private const string Aggregate = $"msbuild Functions/Aggregate {Release} -restore -verbosity:quiet";
    private const string Build = $"msbuild cdktf.csproj {Release} -restore -target:Publish -verbosity:quiet";

    private static readonly string[] Built =
        ["artifacts/publish/cdktf/release/Nautilus.dll", "artifacts/functions/transform.zip", "artifacts/functions/aggregate.zip"];

    private static readonly string[] Sources = ["main.cs", "cdktf.csproj", "Streaming/Streams/DataStream.cs", "bindings/aws-resources.txt"];

    private readonly string _folder = Repository.NewFolder("build");

    public BuildTests()
    {
        foreach (var script in new[] { "synth.mjs", "bindings/lock.mjs" })
            Write(script, File.ReadAllText(Repository.PathOf(script)));
        foreach (var source in Sources)
            Write(source, "");
        Dotnet($"mkdir -p artifacts/publish/cdktf/release artifacts/functions && touch {string.Join(' ', Built)}");
    }

    [Fact]
    public void The_first_run_makes_the_bindings_beside_the_functions_and_then_builds_the_app()
    {
        Run().Output.Should().Be("nautilus: building the app\n");
        Calls().SkipLast(1).Should().BeEquivalentTo(Bindings, Transform, Aggregate);
        Calls().Should().EndWith(Build);
    }

    [Fact]
    public void A_later_build_leaves_the_functions_to_the_build_of_the_app()
    {
        Run();
        Write("main.cs", "changed");
        Run();

        Calls().TakeLast(2).Should().Equal(Bindings, Build);
    }

    [Fact]
    public void What_has_not_changed_is_not_built_again()
    {
        Run();
        var calls = Calls();

        Run().Output.Should().BeEmpty();
        Calls().Should().Equal(calls);
    }

    [Theory]
    [InlineData("main.cs")]
    [InlineData("cdktf.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("global.json")]
    [InlineData(".editorconfig")]
    [InlineData("synth.mjs")]
    [InlineData("Stacks/OrdersStack.cs")]
    [InlineData("App/Backend.cs")]
    [InlineData("Review/Access/iam-data/actions.json")]
    [InlineData("Streaming/Streams/DataStream.cs")]
    [InlineData("Functions/Transform/Program.cs")]
    [InlineData("bindings/aws-resources.txt")]
    [InlineData("bindings/runtime/node/host.js")]
    public void A_changed_or_added_source_is_built(string source)
    {
        Run();
        File.AppendAllText(Create(source), "\n");

        BuildsAgain().Should().BeTrue();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("cdktf.json")]
    [InlineData("terraform.nautilus.tfstate")]
    [InlineData("cdktf.out/manifest.json")]
    [InlineData("tests/App/BuildTests.cs")]
    [InlineData("bindings/feed/Constructs.nupkg")]
    [InlineData("bindings/node_modules/cdktf/index.js")]
    public void Other_files_are_no_sources(string file)
    {
        Run();
        Write(file, "changed");

        BuildsAgain().Should().BeFalse();
    }

    [Fact]
    public void A_deleted_source_is_built()
    {
        Run();
        File.Delete(Path.Combine(_folder, Sources[2]));

        BuildsAgain().Should().BeTrue();
    }

    [Fact]
    public void A_source_that_an_older_one_replaces_is_built()
    {
        Run();
        File.SetLastWriteTimeUtc(Path.Combine(_folder, Sources[0]), DateTime.UtcNow.AddYears(-1));

        BuildsAgain().Should().BeTrue();
    }

    [Fact]
    public void A_missing_result_is_built()
    {
        foreach (var file in Built)
        {
            Run();
            File.Delete(Path.Combine(_folder, file));

            BuildsAgain().Should().BeTrue("{0} is missing", file);
        }
    }

    [Fact]
    public void What_changes_during_a_build_is_built_the_next_time()
    {
        Dotnet($"mkdir -p artifacts/publish/cdktf/release artifacts/functions && touch {string.Join(' ', Built)} && echo >> main.cs");
        Run();

        BuildsAgain().Should().BeTrue();
    }

    [Fact]
    public void A_failed_build_ends_with_its_errors_and_is_tried_again()
    {
        Run();
        Dotnet("echo 'main.cs(1,1): error CS1002: ; expected' && exit 3");
        Write("main.cs", "changed");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var run = Node();
            run.ExitCode.Should().Be(3);
            run.Output.Should().EndWith("main.cs(1,1): error CS1002: ; expected\n");
        }
    }

    [Fact]
    public void A_missing_SDK_is_one_line_and_a_failure()
    {
        File.Delete(Path.Combine(_folder, "programs", "dotnet"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "programs", "node"), NodePath());

        var run = Node(path: Path.Combine(_folder, "programs"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Be("nautilus: 'dotnet' can't be started (ENOENT); install the .NET 10 SDK and put it on the PATH\n");
    }

    [Fact]
    public void Two_runs_at_once_build_once()
    {
        Dotnet($"sleep 0.5; mkdir -p artifacts/publish/cdktf/release artifacts/functions && touch {string.Join(' ', Built)}");

        Command("sh").Run("-c", "node synth.mjs & node synth.mjs & wait").Succeeds();

        Calls().Where(call => call == Build).Should().ContainSingle();
        BuildsAgain().Should().BeFalse();
    }

    private bool BuildsAgain()
    {
        var before = Calls().Length;
        Run();
        return Calls().Length > before;
    }

    private string[] Calls() => File.ReadAllLines(Path.Combine(_folder, "calls"));

    private Command.Result Run() => Node().Succeeds();

    private Command.Result Node(string? path = null) => Command("node", path).Run("synth.mjs");

    private Command Command(string program, string? path = null) => new(program, _folder)
    {
        Environment = new Dictionary<string, string?>
        {
            ["PATH"] = path ?? $"{_folder}/programs{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        },
    };

    private static string NodePath() =>
        new Command("sh", Repository.Root).Run("-c", "command -v node").Succeeds().Output.TrimEnd();

    private void Dotnet(string command)
    {
        var dotnet = Create("programs/dotnet");
        File.WriteAllText(dotnet, $"#!/bin/sh\necho \"$@\" >> calls\n{command}\n");
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Write(string path, string text) => File.WriteAllText(Create(path), text);

    private string Create(string path)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
