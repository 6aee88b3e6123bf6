using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Nautilus.Testing.Lambda;

/// <summary>A process of a function on a custom runtime, as Lambda starts it, with a <see cref="RuntimeApiPlayer"/>.</summary>
public sealed class FunctionProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    /// <summary>Starts the function.</summary>
    /// <param name="player">Gives it events.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="environment">The function's environment variables.</param>
    public FunctionProcess(
        RuntimeApiPlayer player,
        string program,
        IEnumerable<string>? arguments = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var variables = new Dictionary<string, string?> { ["AWS_LAMBDA_RUNTIME_API"] = player.Authority };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            variables[name] = value;
        _process = new Command(program, Environment.CurrentDirectory) { Environment = variables }.Start(arguments ?? []);
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The most memory that the process has used so far. Linux only.</summary>
    public double PeakMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
            return double.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <summary>Unpacks the zip of a function.</summary>
    /// <param name="zip">The path of the zip.</param>
    /// <param name="folder">The folder to unpack it into.</param>
    /// <returns>The path of the program: <c>bootstrap</c>.</returns>
    public static string Unpack(string zip, string folder)
    {
        ZipFile.ExtractToDirectory(zip, folder, overwriteFiles: true);
        return Path.Combine(folder, "bootstrap");
    }

    /// <summary>Ends the process, as Lambda ends an idle function.</summary>
    /// <returns>Its log: what it wrote to standard output.</returns>
    public string Stop()
    {
        _process.Kill();
        return _output.Result;
    }

    /// <summary>Waits until the function ends by itself.</summary>
    /// <returns>The exit code, and what it wrote to standard error.</returns>
    /// <exception cref="TimeoutException">It runs after 20 seconds.</exception>
    public (int ExitCode, string Errors) WaitForExit()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            throw new TimeoutException("the function did not end by itself within 20 s");
        return (_process.ExitCode, _errors.Result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
