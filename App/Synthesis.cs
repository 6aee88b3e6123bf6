using System.Runtime.CompilerServices;
using Amazon.JSII.Runtime;
using Amazon.JSII.Runtime.Deputy;

namespace Nautilus.App;

/// <summary>Runs the app: without arguments, as the CDKTF CLI calls it, or as <c>check STACK</c>.</summary>
public static class Synthesis
{
    private const string Usage = "'check STACK [--state FILE]', or no arguments for synthesis";

    /// <summary>Runs one command, and prints a mistake in one line.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="compose">Creates the stacks.</param>
    /// <returns>The exit code of the process.</returns>
    public static int Run(string[] arguments, Action<HashiCorp.Cdktf.App, Deployment> compose)
    {
        try
        {
            return arguments switch
            {
                [] => Synthesize(compose),
                ["check", var stack] => SafetyCheck.Run(stack),
                ["check", var stack, "--state", var file] => SafetyCheck.Run(stack, file),
                _ => throw new ArgumentException($"the arguments must be {Usage}, got '{string.Join(' ', arguments)}'"),
            };
        }
        catch (Exception mistake) when (mistake is ArgumentException or JsiiException)
        {
            return Failed([mistake.Message]);
        }
        catch (Exception failure) when (ValidationReport.MistakesIn(failure) is { Count: > 0 } mistakes)
        {
            return Failed(mistakes);
        }
    }

    /// <summary>jsii prints a banner for every version of Node.js that it does not know as current.</summary>
    internal static void QuietNode()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }

    private static int Synthesize(Action<HashiCorp.Cdktf.App, Deployment> compose)
    {
        using var scratch = new ScratchFolder();
        QuietNode();
        StartNode();
        var deployment = DeploymentSettings.Read();
        // Not before: now .NET is ready and waits for Node.js, so that one of two cores is free.
        var terraform = TerraformCli.Ask();

        var app = new HashiCorp.Cdktf.App();
        compose(app, deployment);
        TerraformCli.Check(terraform);
        app.Synth();
        return 0;
    }

    /// <summary>Lets Node.js start while .NET loads what composes the stacks. Our jsii runtime starts it with this class.</summary>
    private static void StartNode() => RuntimeHelpers.RunClassConstructor(typeof(DeputyBase).TypeHandle);

    private static int Failed(IEnumerable<string> mistakes)
    {
        foreach (var mistake in mistakes)
            Console.Error.WriteLine($"nautilus: {mistake}");
        return 1;
    }
}
