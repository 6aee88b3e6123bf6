namespace Nautilus.Testing.Replays;

/// <summary>A reader of a stream, and its position.</summary>
internal sealed class Reader(Func<int, Act> plan, int retention)
{
    /// <summary>How many minutes of records it reads in a minute. Assumed: a day of records in ten minutes.</summary>
    private const int Speed = 145;

    private int _read;

    /// <summary>The age, in minutes, of the oldest record that it had not read in this minute; null where it does not call.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="written">How many records arrived in each minute so far.</param>
    public int? Age(int minute, IReadOnlyList<double> written)
    {
        var act = plan(minute);
        _read = act == Act.StartsOver ? Math.Max(0, minute - retention) : Math.Max(_read, minute - retention);
        if (act == Act.IsStopped)
            return null;
        var unread = _read + 1;
        while (unread <= minute && written[unread] == 0)
            unread++;
        if (act != Act.IsStuck)
            _read = Math.Min(minute, unread + Speed);
        return unread > minute ? 0 : minute - unread;
    }
}
