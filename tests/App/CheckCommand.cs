using Nautilus.Testing;
using Nautilus.Testing.Terraform;

namespace Tests.App;

/// <summary>The command <c>check</c> as a user runs it: the app's process, and the real Terraform with the real provider.</summary>
internal sealed class CheckCommand
{
    private readonly string _folder = Repository.NewFolder("check");

    /// <summary>The synthesized JSON of the stack <c>nautilus</c>, in the folder of the command.</summary>
    public static string Stack { get; } = Path.Combine("cdktf.out", "stacks", "nautilus", "cdk.tf.json");

    public void Synth() => Run([]).Succeeds();

    public Command.Result Run(string[] arguments, params (string Name, string? Value)[] environment)
    {
        var variables = new Dictionary<string, string?>(TerraformPlugins.Environment)
        {
            ["CDKTF_CONTEXT_JSON"] = "{}", ["CHECKPOINT_DISABLE"] = "1",
        };
        foreach (var (name, value) in environment)
            variables[name] = value;
        return new Command("dotnet", _folder) { Environment = variables }.Run([BuiltApp.Assembly, .. arguments]);
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file into the folder of the command.</summary>
    /// <returns>The full path.</returns>
    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }
}
