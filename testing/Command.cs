using System.ComponentModel;
using System.Diagnostics;

namespace Nautilus.Testing;

/// <summary>A program that a test runs to its end.</summary>
/// <param name="Program">The program: a name on the PATH, or a path.</param>
/// <param name="Folder">The working directory.</param>
public sealed record Command(string Program, string Folder)
{
    /// <summary>The environment variables that differ from those of the tests; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What the program reads from its standard input. Nothing by default.</summary>
    public string Input { get; init; } = "";

    /// <summary>After this time the program and the programs that it has started are killed. Five minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Runs the program and waits for its end.</summary>
    /// <param name="arguments">The arguments, each as the program gets it: no shell reads them.</param>
    /// <exception cref="InvalidOperationException">The program does not exist.</exception>
    /// <exception cref="TimeoutException">The program did not end in time.</exception>
    public Result Run(params IEnumerable<string> arguments)
    {
        string[] given = [.. arguments];
        using var process = Start(given);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        WriteInput(process);
        var line = string.Join(' ', [Program, .. given]);
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{line}' did not end within {Timeout.TotalSeconds:0} s");
        }

        return new Result(line, process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the program and leaves it to the caller, with all three of its streams.</summary>
    internal Process Start(params IEnumerable<string> arguments)
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
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException(
                $"'{Program}' can't be started ({error.Message}); install it and put it on the PATH", error);
        }
    }

    private void WriteInput(Process process)
    {
        try
        {
            process.StandardInput.Write(Input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended without reading it.
        }
    }

    /// <summary>What a program did.</summary>
    /// <param name="Line">The program and its arguments.</param>
    /// <param name="ExitCode">The exit code.</param>
    /// <param name="Output">What it wrote to standard output.</param>
    /// <param name="Error">What it wrote to standard error.</param>
    public sealed record Result(string Line, int ExitCode, string Output, string Error)
    {
        /// <summary>Fails the test, with the program's output, unless the exit code is 0.</summary>
        public Result Succeeds()
        {
            ExitCode.Should().Be(0, "'{0}' must succeed; it wrote:\n{1}\n{2}", Line, Output, Error);
            return this;
        }
    }
}
