using Nautilus.Testing;
using Tests.App;

namespace Tests.Bindings;

/// <summary>The Node.js process of the jsii runtime: it fails in one line, and does not outlive the app.</summary>
[Collection(Beside.Programs)]
public sealed class NodeProcessTests
{
    [Theory]
    [InlineData(
        "echo 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory' >&2; exit 134",
        "nautilus: Node.js ended with exit code 134 while it was needed: "
        + "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory")]
    [InlineData("exit 3", "nautilus: Node.js ended with exit code 3 while it was needed; it printed no reason")]
    [InlineData("kill -9 $$", "nautilus: Node.js ended with exit code 137 while it was needed; it printed no reason")]
    [InlineData("echo surprise; exec sleep 60", "nautilus: Node.js printed a line that is no answer of the jsii kernel: 'surprise'")]
    [InlineData(
        "echo '{\"error\":'; exec sleep 60", "nautilus: Node.js printed a line that is no answer of the jsii kernel: '{\"error\":'")]
    public void A_Node_that_fails_is_one_line_with_its_own_words(string deed, string message)
    {
        var node = FakeNode($"echo '{{\"hello\":\"@jsii/runtime\"}}'; read request; {deed}");

        var result = Run(new() { ["JSII_NODE"] = node });

        result.ExitCode.Should().Be(1);
        result.Error.TrimEnd('\n').Split('\n').Last().Should().Be(message);
    }

    [Fact]
    public void A_Node_that_is_missing_is_one_line()
    {
        var result = Run(new() { ["JSII_NODE"] = "/nowhere/node" });

        result.ExitCode.Should().Be(1);
        result.Error.Should().StartWith(
            "nautilus: Node.js cannot be started as '/nowhere/node': install Node.js 20.9 or later, and put it on the PATH (");
        result.Error.TrimEnd('\n').Should().NotContain("\n");
    }

    [Fact]
    public void What_JavaScript_prints_is_printed_until_its_end()
    {
        var script = Path.Combine(Repository.NewFolder("printing"), "print.js");
        File.WriteAllText(script, """
            setImmediate(() => { console.log('to standard output: é'); console.error('to standard error'); });
            process.on('exit', () => process.stdout.write('at the end'));
            """);

        var result = Run(new() { ["NODE_OPTIONS"] = $"--require={script}" }).Succeeds();

        result.Output.Should().Be("to standard output: é\nat the end");
        result.Error.Should().Be("to standard error\n");
    }

    [Theory]
    [InlineData("-KILL")]
    [InlineData("-TERM")]
    public void Node_ends_with_the_app_that_started_it(string signal)
    {
        using var app = new Command("dotnet", Repository.NewFolder("waiting"))
        {
            Environment = StartupHook.EnvironmentOf(StartupHook.Waiting),
        }.Start(BuiltApp.Assembly);
        app.StandardOutput.ReadLine().Should().Be("ready");
        var node = Children(app.Id).Should().ContainSingle().Which;

        // Ctrl-C is sent to both. Node.js leaves it to the app.
        Kill("-INT", node);
        Thread.Sleep(500);
        Lives(node).Should().BeTrue();

        Kill(signal, $"{app.Id}");

        app.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        SpinWait.SpinUntil(() => !Lives(node), TimeSpan.FromSeconds(30)).Should().BeTrue("Node.js must end");
    }

    private static bool Lives(string process) => new Command("kill", Repository.Root).Run("-0", process).ExitCode == 0;

    private static void Kill(string signal, string process) => new Command("kill", Repository.Root).Run(signal, process).Succeeds();

    private static string[] Children(int process) =>
        new Command("ps", Repository.Root).Run("-o", "pid=", "--ppid", $"{process}").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Command.Result Run(Dictionary<string, string?> environment)
    {
        environment["CDKTF_CONTEXT_JSON"] = "{}";
        return new Command("dotnet", Repository.NewFolder("node-process")) { Environment = environment }.Run(BuiltApp.Assembly);
    }

    private static string FakeNode(string script)
    {
        var node = Path.Combine(Repository.NewFolder("fake-jsii-node"), "node");
        File.WriteAllText(node, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return node;
    }
}
