
namespace Nautilus.App;

/// <summary>Runs the app: without arguments, as the CDKTF CLI calls it, or as <c>check STACK</c>.</summary>
public static class Synthesis
{
    /// <summary>Returns the process's exit code.</summary>
    public static int Run(string[] arguments, Action<HashiCorp.Cdktf.App, Deployment> compose)
    {
        try
        {
            return arguments switch
            {
                [] => Synthesize(compose),
                ["check", var stack] => SafetyCheck.Run(stack),
                ["check", var stack, "--state", var file] => SafetyCheck.Run(stack, file),
                _ => throw new ArgumentException($"'{string.Join(' ', arguments)}' is not understood; there is 'check STACK [--state FILE]', and synthesis without arguments"),
            };
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine($"nautilus: {error.Message}");
            return 1;
        }
    }

    /// <summary>Composes the stacks and writes their Terraform JSON.</summary>
    private static int Synthesize(Action<HashiCorp.Cdktf.App, Deployment> compose)
    {
        var terraform = TerraformCli.Ask();
        var deployment = DeploymentSettings.Read();
        using var scratch = new ScratchFolder();
        QuietNode();

        var app = new HashiCorp.Cdktf.App();
        compose(app, deployment);
        TerraformCli.Check(terraform);
        app.Synth();
        return 0;
    }

    /// <summary>jsii prints a banner for every version of Node that it does not know as current.</summary>
    internal static void QuietNode()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }
}
