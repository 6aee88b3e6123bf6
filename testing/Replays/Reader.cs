namespace Nautilus.Testing.Replays;

/// <summary>What a reader of a stream does in a minute.</summary>
internal enum Act
{
    Reads,

    /// <summary>It calls, and gets no farther.</summary>
    Stands,

    IsGone,

    /// <summary>It goes back to the oldest record, and reads from there.</summary>
    StartsOver,
}

/// <summary>Somebody who reads a stream, and knows how far.</summary>
internal sealed class Reader(Func<int, Act> plan, int retention)
{
    /// <summary>How many minutes of records it reads in one minute, if there are as many: a day in ten minutes.</summary>
    private const int Speed = 145;

    private int _read;

    /// <summary>How old the oldest record was that it had not read in this minute, in minutes; null where it does not call.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="written">How many records came in each minute so far.</param>
    public int? Age(int minute, IReadOnlyList<double> written)
    {
        var act = plan(minute);
        _read = act == Act.StartsOver ? Math.Max(0, minute - retention) : Math.Max(_read, minute - retention);
        if (act == Act.IsGone)
            return null;
        var unread = _read + 1;
        while (unread <= minute && written[unread] == 0)
            unread++;
        if (act != Act.Stands)
            _read = Math.Min(minute, unread + Speed);
        return unread > minute ? 0 : minute - unread;
    }
}
