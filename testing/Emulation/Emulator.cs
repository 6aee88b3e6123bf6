using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Emulation;

/// <summary>
/// A process of moto whose gaps are closed, see <c>emulator/</c>. It ends when its standard input is closed,
/// so it ends with the process of the tests, also after a crash.
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

    public static string Launcher => KitFiles.PathOf("Emulation", "emulator");

    public static Emulator Start() => Start(Moto.Find());

    public static Emulator Start(Moto moto)
    {
        var process = new Command(moto.Python, Repository.Root)
        {
            Environment = new Dictionary<string, string?> { ["PYTHONPATH"] = moto.Folder },
        }.Start("-B", Launcher);
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadLineAsync();

        if (answer.Wait(Patience) && answer.Result is { } line)
            return new Emulator(process, (string)JsonNode.Parse(line)!["endpoint"]!);

        process.Kill();
        var reason = errors.Result.Trim().Split('\n')[^1] is { Length: > 0 } said ? said : $"no answer within {Patience.TotalSeconds:0} s";
        throw new InvalidOperationException(
            $"the local AWS did not start ({reason}); start one yourself and set AWS_ENDPOINT_URL to it");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
