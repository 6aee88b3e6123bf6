namespace Nautilus.Testing.Emulation;

/// <summary>
/// A configuration on a separate local AWS, in the background: most of the time of apply and destroy is waiting, so several
/// of them run side by side, and beside other tests.
/// </summary>
/// <param name="compose">
/// Synthesizes the configuration, in the thread of <see cref="Begin"/> or <see cref="End"/>, and returns what to do with it on
/// the local AWS, such as <see cref="LocalAws.Live"/>.
/// </param>
public sealed class Life(Func<Func<LocalAws, Task>> compose)
{
    private readonly Lazy<Task> _end = new(() =>
    {
        var live = compose();
        return Task.Factory.StartNew(
            async () =>
            {
                using var aws = new LocalAws();
                await live(aws);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    });

    /// <summary>The end of the run, begun now if it has not begun yet. It fails as the run does.</summary>
    public Task End => _end.Value;

    /// <summary>Begins the run now.</summary>
    public void Begin() => _ = _end.Value;

    /// <summary>Waits for the end of a run that has begun, whether it fails or not.</summary>
    public void Wait()
    {
        if (_end.IsValueCreated)
            ((IAsyncResult)_end.Value).AsyncWaitHandle.WaitOne();
    }
}
