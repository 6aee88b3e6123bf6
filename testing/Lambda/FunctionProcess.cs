using System.Diagnostics;
using System.IO.Compression;

namespace Nautilus.Testing.Lambda;

/// <summary>A function's program as Lambda starts it, over a <see cref="RuntimeApiPlayer"/>.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public FunctionProcess(RuntimeApiPlayer player, string program, IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments ?? [])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = player.Authority;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public double PeakMegabytes =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024 / 1e6;

    /// <summary>Unpacks a function's zip and gives the path of its program.</summary>
    public static string Unpack(string zip, string folder)
    {
        ZipFile.ExtractToDirectory(zip, folder, overwriteFiles: true);
        return Path.Combine(folder, "bootstrap");
    }

    /// <summary>Ends it as Lambda ends an idle function, and gives what it has logged.</summary>
    public string Stop()
    {
        _process.Kill();
        return _output.Result;
    }

    /// <summary>Waits until it ends by itself.</summary>
    public (int ExitCode, string Errors) WaitForExit()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            throw new TimeoutException("the function did not end");
        return (_process.ExitCode, _errors.Result);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
