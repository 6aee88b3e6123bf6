using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>A function in Lambda, with Lambda's limits. Now and then its sandbox ends before the answer is out, and the next one begins anew.</summary>
internal sealed class DeployedFunction(string program, int losesEvery, IReadOnlyDictionary<string, string>? environment = null) : IDisposable
{
    public const int PayloadLimit = 6 * 1024 * 1024;

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
        _process ??= new(_player, program, environment: environment);
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
