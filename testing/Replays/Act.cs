namespace Nautilus.Testing.Replays;

/// <summary>What a reader of a stream does in a minute.</summary>
public enum Act
{
    /// <summary>It reads.</summary>
    Reads,

    /// <summary>It calls Kinesis, but makes no progress.</summary>
    IsStuck,

    /// <summary>It does not call Kinesis.</summary>
    IsStopped,

    /// <summary>It goes back to the oldest record, and reads from there.</summary>
    StartsOver,
}
