using Nautilus.Testing.Lambda;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// A function in Lambda, with Lambda's limits on payloads. Its sandbox ends now and then before the answer is out, and the next
/// invocation gets a new one. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
/// </summary>
/// <param name="program">The program.</param>
/// <param name="losesEvery">The answer is lost, and the sandbox ends, once in so many invocations.</param>
/// <param name="environment">The function's environment variables.</param>
public sealed class DeployedFunction(string program, int losesEvery, IReadOnlyDictionary<string, string>? environment = null) : IDisposable
{
    /// <summary>The most bytes of an event and of an answer: 6 MB.</summary>
    public const int PayloadLimit = 6 * 1024 * 1024;

    private readonly System.Text.StringBuilder _log = new();
    private RuntimeApiPlayer? _player;
    private FunctionProcess? _process;
    private int _invocations;

    /// <summary>How many answers were lost so far.</summary>
    public int Lost { get; private set; }

    /// <summary>Invokes the function. Fails if the event is larger than Lambda takes.</summary>
    /// <param name="lambdaEvent">The event.</param>
    /// <returns>The answer; null if the invocation failed.</returns>
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

    /// <summary>Ends the sandbox.</summary>
    /// <returns>The log of all sandboxes.</returns>
    public string Stop()
    {
        End();
        return _log.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    private void End()
    {
        _log.Append(_process?.Stop());
        _process?.Dispose();
        _player?.Dispose();
        (_process, _player) = (null, null);
    }
}
