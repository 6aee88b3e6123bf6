using System.ComponentModel;
using System.Diagnostics;

namespace Nautilus.Testing.Provider;

/// <summary>Runs a program to its end, and keeps what it said.</summary>
internal sealed record Command(string Program, string Folder)
{
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    public Result Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var what = $"{Program} {string.Join(' ', start.ArgumentList)}";
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{what}' did not end within {Patience.TotalSeconds:0} s");
        }

        return new Result(what, process.ExitCode, output.Result, error.Result);
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"'{Program}' can't be started ({error.Message}); install it and put it on the PATH", error);
        }
    }

    internal sealed record Result(string What, int ExitCode, string Output, string Error)
    {
        public Result Succeeds()
        {
            ExitCode.Should().Be(0, "'{0}' must succeed; it said:\n{1}\n{2}", What, Output, Error);
            return this;
        }
    }
}
