using Nautilus.Testing;

namespace Tests.App;

/// <summary>The app in its own process, as the CDKTF CLI runs it.</summary>
[Collection(Beside.Programs)]
public sealed class AppTests
{
    [Fact]
    public void The_same_sources_give_the_same_bytes_in_every_folder()
    {
        var here = Synthesize("app-here");
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var there = Synthesize(Path.Combine("app-there", "deeper"));

        here.Should().Be(there);
        here.Should().NotContain(Repository.Root);
    }

    [Fact]
    public void It_leaves_no_temporary_files()
    {
        var temporary = Repository.NewFolder("app-temporary");

        Run("app", new() { ["TMPDIR"] = temporary, ["TMP"] = temporary, ["TEMP"] = temporary }).Succeeds();

        Directory.EnumerateFileSystemEntries(temporary).Should().BeEmpty();
    }

    [Fact]
    public void A_wrong_setting_is_one_line_and_a_failure() => Failing(new() { ["CDKTF_CONTEXT_JSON"] = """{ "region": "here" }""" })
        .Should().Be("nautilus: cdktf.json, context: region must be a region's name, such as us-east-1, got 'here'");

    [Fact]
    public void A_missing_cdktf_json_is_one_line_and_a_failure() => Failing(new() { ["CDKTF_CONTEXT_JSON"] = null })
        .Should().Be($"nautilus: cdktf.json: not found in {Repository.PathOf("artifacts", "tests", "app")}; run this where cdktf.json is");

    [Fact]
    public void A_missing_Terraform_is_one_line_and_a_failure() =>
        Failing(new() { ["TERRAFORM_BINARY_NAME"] = "terraform-that-is-not-there" }).Should().Be(
            "nautilus: 'terraform-that-is-not-there' is not on the PATH; install Terraform 1.10 or later");

    [Theory]
    [InlineData("""{ "terraform_version": "1.9.8" }""", "nautilus: Terraform 1.9.8 is too old; install 1.10 or later")]
    [InlineData("Terraform v0.11", "nautilus: 'terraform version -json' printed no version; install Terraform 1.10 or later")]
    public void A_Terraform_of_the_wrong_version_is_one_line_and_a_failure(string answer, string message)
    {
        var programs = FakeProgram("terraform", answer);
        Failing(new() { ["PATH"] = $"{programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" }).Should().Be(message);
    }

    [Fact]
    public void Each_mistake_of_a_whole_stack_is_one_line_and_a_failure()
    {
        var app = new Command("dotnet", Repository.NewFolder("validation-report"))
        {
            Environment = StartupHook.EnvironmentOf(StartupHook.Mistaken),
        };

        var result = app.Run(typeof(StartupHook).Assembly.Location);

        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        result.Error.Should().Be("""
            nautilus: stream 'clicks': it must have several shards to have a hot one, got 1 shard
            nautilus: role 'producer': it must be granted something, because other resources depend on its permissions; got no grant

            """);
    }

    private static string Synthesize(string name)
    {
        Run(name, []).Succeeds();
        return File.ReadAllText(Repository.PathOf("artifacts", "tests", name, "cdktf.out", "stacks", "nautilus", "cdk.tf.json"));
    }

    private static string Failing(Dictionary<string, string?> environment)
    {
        var result = Run("app", environment);
        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        return result.Error.TrimEnd('\n');
    }

    private static Command.Result Run(string name, Dictionary<string, string?> environment)
    {
        environment.TryAdd("CDKTF_CONTEXT_JSON", "{}");
        return new Command("dotnet", Repository.NewFolder(name)) { Environment = environment }.Run(BuiltApp.Assembly);
    }

    private static string FakeProgram(string name, string answer)
    {
        var folder = Repository.NewFolder("fake-programs");
        var program = Path.Combine(folder, name);
        File.WriteAllText(program, $"#!/bin/sh\necho '{answer}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }
}
