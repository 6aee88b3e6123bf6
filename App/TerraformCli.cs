using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Nautilus.App;

/// <summary>The Terraform that the CDKTF CLI runs.</summary>
internal static class TerraformCli
{
    private static readonly Version Oldest = new(1, 10);

    /// <summary>The CDKTF CLI reads another binary, such as <c>tofu</c>, from this variable.</summary>
    private static string Binary => Environment.GetEnvironmentVariable("TERRAFORM_BINARY_NAME") ?? "terraform";

    /// <summary>Starts to ask Terraform for its version. <see cref="Check"/> waits for the answer.</summary>
    public static Process? Ask() => Start(folder: "", "version", "-json");

    /// <summary>The output of Terraform.</summary>
    /// <exception cref="ArgumentException">Terraform is missing, or fails.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        using var terraform = Start(folder, arguments) ?? throw Missing();
        var error = terraform.StandardError.ReadToEndAsync();
        var output = terraform.StandardOutput.ReadToEnd();
        terraform.WaitForExit();
        return terraform.ExitCode == 0
            ? output
            : throw new ArgumentException($"'{Binary} {arguments[0]}' failed in {folder}: {FirstError(error.Result)}");
    }

    /// <exception cref="ArgumentException">Terraform is missing, or too old.</exception>
    public static void Check(Process? asked)
    {
        if (asked is null)
            throw Missing();

        using (asked)
        {
            var answer = asked.StandardOutput.ReadToEnd();
            asked.WaitForExit();
            if (Binary == "terraform" && VersionIn(answer) is var version && version < Oldest)
                throw new ArgumentException($"Terraform {version} is too old; install {Oldest} or later");
        }
    }

    private static Process? Start(string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Binary, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // Terraform's version must not wait for the network: without this, it looks for a newer version first.
                Environment = { ["CHECKPOINT_DISABLE"] = "1" },
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ArgumentException Missing() => new($"'{Binary}' is not on the PATH; install Terraform {Oldest} or later");

    /// <summary>The first line of an error, without the frame that Terraform draws around it.</summary>
    private static string FirstError(string said)
    {
        const string Mark = "Error: ";
        var lines = said.Split('\n').Select(line => line.TrimStart('│', '╷', '╵', ' ').TrimEnd()).Where(line => line.Length > 0).ToArray();
        var error = lines.FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..];
        return error ?? lines.FirstOrDefault() ?? "it printed no reason";
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
            throw new ArgumentException($"'{Binary} version -json' printed no version; install Terraform {Oldest} or later", error);
        }
    }
}
