using System.Text.RegularExpressions;
using Nautilus.Testing;
using Nautilus.Testing.Terraform;

namespace Tests.App;

/// <summary>The CDKTF CLI, called as a user calls it, with output and state in a folder of the test.</summary>
internal sealed partial class CdktfCli(string folder, IReadOnlyDictionary<string, string?> environment)
{
    private readonly Command _npx = new("npx", Repository.Root)
    {
        Environment = new Dictionary<string, string?>(TerraformPlugins.Environment.Concat(environment))
        {
            ["CI"] = "true",
            ["CHECKPOINT_DISABLE"] = "true",
            ["DISABLE_VERSION_CHECK"] = "true",
        },
    };

    /// <summary>With a mirror of the provider, the CLI can't get the hashes of other platforms.</summary>
    private static string[] ProviderLock => TerraformPlugins.IsMirrored ? ["--skip-provider-lock"] : [];

    public Command.Result Synth() => Run("synth");

    public Command.Result Diff(string stack) => Run("diff", stack, ProviderLock);

    public Command.Result Deploy(string stack) => Run("deploy", stack, ["--auto-approve", .. ProviderLock]);

    public Command.Result Output(string stack, string file) => Run("output", stack, ["--outputs-file", file, .. ProviderLock]);

    public Command.Result Destroy(string stack) => Run("destroy", stack, ["--auto-approve", .. ProviderLock]);

    private Command.Result Run(string command, params string[] arguments)
    {
        var result = _npx.Run(["cdktf-cli@0.21.0", command, .. arguments, "--output", Path.Combine(folder, "cdktf.out")]);
        return result with { Output = Plain(result.Output), Error = Plain(result.Error) };
    }

    private Command.Result Run(string command, string stack, string[] arguments) => Run(command, [stack, .. arguments]);

    private static string Plain(string text) => ControlSequence().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex ControlSequence();
}
