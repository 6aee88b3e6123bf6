using Nautilus.Tests.Functions;

namespace Nautilus.Tests.EndToEnd;

/// <summary>A function in Lambda, with Lambda's limits. Now and then its sandbox ends before the answer is out, and the next one begins anew.</summary>
internal sealed class DeployedFunction(string name, int losesEvery, IReadOnlyDictionary<string, string>? environment = null) : IDisposable
{
    public const int PayloadLimit = 6 * 1024 * 1024;

    // A program that is still being written while another process is started can't be run: so before any is.
    private readonly string _program = BuiltFunction.ProgramOf(name);

    private readonly System.Text.StringBuilder _log = new();
    private RuntimeApiPlayer? _player;
    private FunctionProcess? _process;
    private int _invocations;

    public int Lost { get; private set; }

    /// <summary>Null when the invocation has failed.</summary>
    public async Task<byte[]?> Invoke(byte[] lambdaEvent)
    {
        lambdaEvent.Length.Should().BeLessThanOrEqualTo(PayloadLimit, "Lambda takes no larger event");
        _player ??= new();
        _process ??= new(_player, _program, environment: environment);
        var answer = await _player.Invoke(lambdaEvent);
        if (++_invocations % losesEvery == 0)
        {
            Lost++;
            End();
            return null;
        }

        return answer.Kind == "response" && answer.Body.Length <= PayloadLimit ? answer.Body : null;
    }

    /// <summary>Ends it, and gives what all its sandboxes have logged.</summary>
    public string Stop()
    {
        End();
        return _log.ToString();
    }

    public void Dispose() => End();

    private void End()
    {
        _log.Append(_process?.Stop());
        _process?.Dispose();
        _player?.Dispose();
        (_process, _player) = (null, null);
    }
}
