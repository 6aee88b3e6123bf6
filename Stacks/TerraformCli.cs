using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Nautilus.Stacks;

/// <summary>The Terraform that the CDKTF CLI will run what we write with.</summary>
internal static class TerraformCli
{
    private static readonly Version Oldest = new(1, 10);

    /// <summary>The CDKTF CLI's own way to name another binary, such as <c>tofu</c>.</summary>
    private static string Binary => Environment.GetEnvironmentVariable("TERRAFORM_BINARY_NAME") ?? "terraform";

    /// <summary>Starts asking Terraform for its version; <see cref="Check"/> takes the answer.</summary>
    public static Process? Ask()
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Binary, ["version", "-json"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <exception cref="ArgumentException">Terraform is missing, or too old.</exception>
    public static void Check(Process? asked)
    {
        if (asked is null)
            throw new ArgumentException($"'{Binary}' is not on the PATH; install Terraform {Oldest} or later");

        using (asked)
        {
            var answer = asked.StandardOutput.ReadToEnd();
            asked.WaitForExit();
            if (Binary == "terraform" && VersionIn(answer) is var version && version < Oldest)
                throw new ArgumentException($"Terraform {version} is too old; install {Oldest} or later");
        }
    }

    private static Version VersionIn(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var text = json.RootElement.GetProperty("terraform_version").GetString()!;
            return Version.Parse(text.Split('-')[0]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or FormatException)
        {
            throw new ArgumentException($"'{Binary} version -json' did not tell its version; install Terraform {Oldest} or later", error);
        }
    }
}
