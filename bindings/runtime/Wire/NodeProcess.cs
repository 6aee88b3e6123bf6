using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Amazon.JSII.Runtime;

/// <summary>The Node.js process that runs the kernel. Lines of JSON go to its standard input and come from its standard output.</summary>
internal sealed class NodeProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly LineReader _output;
    private readonly NodeErrors _errors;
    private string? _end;

    public NodeProcess()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("JSII_NODE") is { Length: > 0 } node ? node : "node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        // Packages are linked into the kernel's folder. Node.js must take them for what they are linked as.
        start.ArgumentList.Add("--preserve-symlinks");
        start.ArgumentList.Add("--max-old-space-size=4096");
        start.ArgumentList.Add(KernelFiles.Extract());
        start.ArgumentList.Add(UserFolder.Current.Path);
        start.Environment["JSII_AGENT"] = $"DotNet/{Environment.Version}/.NETCoreApp,Version=v10.0/1.0.0.0";
        start.Environment.TryAdd("JSII_RUNTIME_PACKAGE_CACHE_ROOT", Path.Combine(UserFolder.Current.Path, "packages"));

        _process = Start(start);
        _input = _process.StandardInput.BaseStream;
        _output = new(_process.StandardOutput.BaseStream);
        _errors = new(_process.StandardError);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    /// <summary>Writes a line. The line ends in a line feed.</summary>
    public void Write(ReadOnlySpan<byte> line)
    {
        try
        {
            _input.Write(line);
            _input.Flush();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw Ended();
        }
    }

    /// <summary>Reads a line. It is valid until the next call.</summary>
    public ReadOnlySpan<byte> Read()
    {
        while (true)
        {
            if (!_output.TryRead(out var line))
                throw Ended();
            if (!JavaScriptOutput.Print(line))
                return line;
        }
    }

    /// <summary>The error for a line that is no answer: something in JavaScript wrote to the standard output past <c>console</c>.</summary>
    public static JsiiError NoAnswer(ReadOnlySpan<byte> line) =>
        new($"Node.js printed a line that is no answer of the jsii kernel: '{Shortened(Encoding.UTF8.GetString(line))}'");

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new JsiiError($"Node.js cannot be started as '{start.FileName}': install Node.js 20.9 or later, "
                + $"and put it on the PATH ({failure.Message})", failure);
        }
    }

    private JsiiError Ended()
    {
        _end ??= Describe();
        return new(_end);

        string Describe()
        {
            if (!_process.WaitForExit(Patience))
                _process.Kill();
            var words = _errors.LastWords(Patience);
            var how = _process.HasExited ? $"with exit code {_process.ExitCode}" : "its output";
            return $"Node.js ended {how} while it was needed" + (words is null ? "; it printed no reason" : $": {Shortened(words)}");
        }
    }

    private void Stop()
    {
        try
        {
            _input.Write("{\"exit\":0}\n"u8);
            _input.Dispose();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // Node.js has ended before.
        }

        // JavaScript can print until its end.
        var rest = new Thread(() =>
        {
            while (_output.TryRead(out var line))
                JavaScriptOutput.Print(line);
        }) { IsBackground = true };
        rest.Start();
        if (!rest.Join(Patience) || !_process.WaitForExit(Patience))
            _process.Kill();
        _errors.LastWords(Patience);
        UserFolder.Current.Release();
    }
}
