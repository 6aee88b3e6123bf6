using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.LocalAws;

/// <summary>
/// A process of moto with its gaps closed, see <c>emulator/</c>. It ends with its standard input, so it is gone
/// when this process is, also after a crash.
/// </summary>
internal sealed class Emulator : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Emulator(Process process, string endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public string Endpoint { get; }

    public static string Launcher { get; } = Repository.PathOf("testing", "LocalAws", "emulator");

    public static Emulator Start() => Start(Moto.Find());

    public static Emulator Start(Moto moto)
    {
        var start = new ProcessStartInfo(moto.Python, ["-B", Launcher])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONPATH"] = moto.Folder;
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadLineAsync();

        if (answer.Wait(Patience) && answer.Result is { } line)
            return new Emulator(process, (string)JsonNode.Parse(line)!["endpoint"]!);

        process.Kill();
        var reason = errors.Result.Trim().Split('\n')[^1] is { Length: > 0 } said ? said : $"no answer within {Patience.TotalSeconds:0} s";
        throw new InvalidOperationException(
            $"the local AWS did not come up ({reason}); start one yourself and name it in AWS_ENDPOINT_URL");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
