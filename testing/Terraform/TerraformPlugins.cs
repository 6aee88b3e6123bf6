namespace Nautilus.Testing.Terraform;

/// <summary>
/// Where Terraform gets the AWS provider from: from the user's CLI configuration (<c>TF_CLI_CONFIG_FILE</c>); else from an unpacked
/// mirror, a folder <c>tf-plugins</c> right below a folder of the file system's root; else from the registry, once, into a cache.
/// </summary>
public static class TerraformPlugins
{
    private const string Provider = "registry.terraform.io/hashicorp/aws/5.100.0";

    /// <summary>
    /// Whether Terraform uses a mirror. It then can't ask the registry for the hashes of other platforms
    /// (<c>cdktf</c> needs <c>--skip-provider-lock</c>).
    /// </summary>
    public static bool IsMirrored { get; }

    /// <summary>The environment variables with which any program that starts Terraform has these plugins.</summary>
    public static IReadOnlyDictionary<string, string?> Environment { get; }

    static TerraformPlugins()
    {
        var configured = System.Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE");
        var mirror = FindMirror();
        if (File.Exists(configured))
            Environment = new Dictionary<string, string?>();
        else if (mirror is not null)
            (Environment, IsMirrored) = (new Dictionary<string, string?> { ["TF_CLI_CONFIG_FILE"] = WriteConfiguration(mirror) }, true);
        else
            Environment = new Dictionary<string, string?>
            {
                ["TF_CLI_CONFIG_FILE"] = null,
                ["TF_PLUGIN_CACHE_DIR"] = Directory.CreateDirectory(Repository.PathOf("artifacts", "terraform-plugins")).FullName,
                ["TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"] = "true",
            };
    }

    private static string? FindMirror() => Directory
        .EnumerateDirectories(Path.GetPathRoot(Repository.Root)!)
        .Select(folder => Path.Combine(folder, "tf-plugins"))
        .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, Provider)));

    private static string WriteConfiguration(string mirror)
    {
        var file = Path.Combine(Repository.NewFolder("terraform"), "terraformrc");
        File.WriteAllText(file, $$"""
            provider_installation {
              filesystem_mirror {
                path    = "{{mirror}}"
                include = ["registry.terraform.io/hashicorp/aws"]
              }
              direct {
                exclude = ["registry.terraform.io/hashicorp/aws"]
              }
            }
            """);
        return file;
    }
}
