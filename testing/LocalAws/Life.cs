namespace Nautilus.Testing.LocalAws;

/// <summary>
/// A configuration that is composed where it is asked for, and then lives on a local AWS of its own in the background:
/// nearly all of its time goes by waiting.
/// </summary>
internal sealed class Life(Func<Func<LocalAws, Task>> compose)
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

    /// <summary>Fails as the life does.</summary>
    public Task End => _end.Value;

    public void Begin() => _ = _end.Value;

    public void Wait()
    {
        if (_end.IsValueCreated)
            ((IAsyncResult)_end.Value).AsyncWaitHandle.WaitOne();
    }
}
