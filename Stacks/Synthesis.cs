using HashiCorp.Cdktf;

namespace Nautilus.Stacks;

/// <summary>Runs the app that the CDKTF CLI calls.</summary>
public static class Synthesis
{
    /// <summary>Composes the stacks and writes their Terraform JSON. Returns the process's exit code.</summary>
    public static int Run(Action<App, Deployment> compose)
    {
        try
        {
            var terraform = TerraformCli.Ask();
            var deployment = DeploymentSettings.Read();
            using var scratch = new ScratchFolder();
            QuietNode();

            var app = new App();
            compose(app, deployment);
            TerraformCli.Check(terraform);
            app.Synth();
            return 0;
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine($"nautilus: {error.Message}");
            return 1;
        }
    }

    /// <summary>jsii prints a banner for every version of Node that it does not know as current.</summary>
    internal static void QuietNode()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }
}
