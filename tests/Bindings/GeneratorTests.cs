using Nautilus.Testing;

namespace Tests.Bindings;

/// <summary>Runs the generator of the C# bindings with Node.js, as the build does.</summary>
[Collection(Beside.Tools)]
public sealed class GeneratorTests
{
    [Theory]
    [InlineData("aws_kinesis_stream\ndata.aws_region\n", "")]
    [InlineData(
        "aws_kinesis_strem\n",
        "bindings/list.txt:1: the AWS provider has no 'aws_kinesis_strem'; "
        + "the nearest names are aws_kinesis_stream, aws_kms_key, data.aws_region.")]
    [InlineData(
        "aws_region\n",
        "bindings/list.txt:1: the AWS provider has no 'aws_region'; "
        + "the nearest names are data.aws_region, aws_kms_key, aws_kinesis_stream.")]
    [InlineData(
        "aws_kms_key\naws_kinesis_stream\n",
        "bindings/list.txt:2: 'aws_kinesis_stream' must stand before 'aws_kms_key': the list is sorted.")]
    [InlineData("aws_kms_key\naws_kms_key\n", "bindings/list.txt:2: 'aws_kms_key' stands there twice.")]
    [InlineData("\n", "bindings/list.txt names no Terraform type: write one a line, such as aws_kinesis_stream.")]
    public void The_allow_list_is_checked(string list, string message)
    {
        var folder = Repository.NewFolder("allow-list");
        foreach (var module in new[] { "kinesis-stream", "kms-key", "data-aws-region", "provider" })
            Directory.CreateDirectory(Path.Combine(folder, "lib", module));
        File.WriteAllText(Path.Combine(folder, "list.txt"), list);

        var node = Node(folder, """
            import { readAllowList } from '$bindings/allow-list.mjs';
            try { readAllowList('list.txt', '.'); } catch (error) { console.log(error.message); }
            """);

        node.Output.TrimEnd().Should().Be(message);
    }

    [Fact]
    public void A_feed_is_whole_only_while_its_packages_match_their_seal()
    {
        var node = Node(Repository.NewFolder("feed"), """
            import { rmSync, writeFileSync } from 'node:fs';
            import { isWhole, seal, sealedPackages } from '$bindings/feed.mjs';
            const feed = { folder: '.', suffix: 'slim-test' };
            const verdicts = [isWhole(feed)];
            for (const name of sealedPackages(feed)) writeFileSync(name, name);
            verdicts.push(isWhole(feed));
            seal(feed);
            verdicts.push(isWhole(feed));
            writeFileSync(sealedPackages(feed)[2], 'half');
            verdicts.push(isWhole(feed));
            rmSync(sealedPackages(feed)[2]);
            verdicts.push(isWhole(feed));
            console.log(verdicts.join(' '));
            """);

        node.Output.TrimEnd().Should().Be("false false true false false");
    }

    [Fact]
    public void Two_generations_wait_for_each_other_and_not_for_a_dead_one()
    {
        var folder = Repository.NewFolder("lock");
        File.WriteAllText(Path.Combine(folder, "critical.mjs"), Script("""
            import { appendFileSync } from 'node:fs';
            import { withLock } from '$bindings/lock.mjs';
            await withLock('lock', () => {
              appendFileSync('log', 'in ');
              Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
              appendFileSync('log', 'out ');
            });
            """));
        File.WriteAllText(Path.Combine(folder, "lock"), "2147483646");

        new Command("sh", folder).Run("-c", "node critical.mjs & node critical.mjs & wait").Succeeds();

        File.ReadAllText(Path.Combine(folder, "log")).Should().Be("in out in out ");
        File.Exists(Path.Combine(folder, "lock")).Should().BeFalse();
    }

    [Fact]
    public void Without_a_network_the_generator_prints_one_line_and_leaves_nothing()
    {
        var folder = Repository.NewFolder("no-network");
        var sources = Directory.EnumerateFiles(Repository.PathOf("bindings"))
            .Where(file => Path.GetExtension(file) is ".mjs" or ".json" or ".txt");
        foreach (var source in sources)
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
        new Command("cp", folder).Run("-R", Repository.PathOf("bindings", "runtime"), "runtime").Succeeds();

        var generate = new Command("node", folder)
        {
            Environment = new Dictionary<string, string?>
            {
                ["npm_config_registry"] = "http://127.0.0.1:9/",
                ["npm_config_cache"] = Path.Combine(folder, "npm-cache"),
                ["npm_config_fetch_retries"] = "0",
            },
        }.Run("generate.mjs", "feed", "slim", "test");

        generate.ExitCode.Should().Be(1);
        generate.Error.Should().Be(
            "no network: 'npm ci' could not reach its package registry; the C# bindings need it once, connect and build again.\n");
        Directory.GetDirectories(folder).Select(Path.GetFileName).Should().BeEquivalentTo("npm-cache", "runtime");
        File.Exists(Path.Combine(folder, ".lock")).Should().BeFalse();
    }

    [Theory]
    [InlineData("#!/bin/sh\necho v18.20.4\n", "Node.js v18.20.4 is too old")]
    [InlineData("#!/bin/sh\nexit 127\n", "Node.js is not on the PATH")]
    public void A_missing_or_old_Node_is_an_error_of_one_line(string program, string message)
    {
        var folder = Repository.NewFolder("fake-node");
        var node = Path.Combine(folder, "node");
        File.WriteAllText(node, program);
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var build = new Command("dotnet", Repository.Root)
        {
            Environment = new Dictionary<string, string?>
            {
                ["PATH"] = $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            },
        }.Run("msbuild", "cdktf.csproj", "-target:GenerateBindings", "-nologo", "-verbosity:quiet");

        build.ExitCode.Should().Be(1);
        build.Output.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain(
            $"error NAUTILUS: {message}: the C# bindings are made with Node.js 20.9 or later; install it and build again.");
    }

    private static Command.Result Node(string folder, string script)
    {
        File.WriteAllText(Path.Combine(folder, "script.mjs"), Script(script));
        return new Command("node", folder).Run("script.mjs").Succeeds();
    }

    private static string Script(string script) =>
        script.Replace("$bindings", new Uri(Repository.PathOf("bindings")).ToString(), StringComparison.Ordinal);
}
