using Nautilus.Testing.StepFunctions;

namespace Nautilus.Testing.Simulation;

/// <summary>
/// A provisioned stream under the rules of UpdateShardCount: ten changes in any 24 hours, at most double and at least half of the open
/// shards, and only while the stream is ACTIVE. Time is in minutes.
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html
/// </summary>
/// <param name="shards">The number of open shards at the beginning.</param>
public sealed class SimulatedStream(int shards)
{
    /// <summary>The most changes in any 24 hours.</summary>
    public const int ChangesPerDay = 10;

    /// <summary>The minutes of a day.</summary>
    public const double Day = 24 * 60;

    private readonly List<ShardChange> _changes = [];
    private double _activeFrom;
    private int _before = shards;

    /// <summary>The number of open shards; while the stream is updated, the number after it.</summary>
    public int Open { get; private set; } = shards;

    /// <summary>The error of every change from now on, such as for the shard quota of the account. Null for none.</summary>
    public TaskException? Refusal { get; set; }

    /// <summary>The shards that the account may have.</summary>
    public int Quota { get; set; } = int.MaxValue;

    /// <summary>Whether somebody has switched the stream to on-demand.</summary>
    public bool IsOnDemand { get; set; }

    /// <summary>The changes so far.</summary>
    public IReadOnlyList<ShardChange> Changes => _changes;

    /// <summary>
    /// The shards that surely take records. Assumed: while the stream is updated, the smaller of the old and the new number.
    /// </summary>
    /// <param name="time">The time.</param>
    public int Serving(double time) => IsActive(time) ? Open : Math.Min(_before, Open);

    /// <summary>The shards that AWS bills. Assumed: while the stream is updated, the larger of the old and the new number.</summary>
    /// <param name="time">The time.</param>
    public int Billed(double time) => IsActive(time) ? Open : Math.Max(_before, Open);

    /// <summary>Whether the stream is ACTIVE, and not UPDATING.</summary>
    /// <param name="time">The time.</param>
    public bool IsActive(double time) => time >= _activeFrom;

    /// <summary>Begins a change of the number of shards.</summary>
    /// <param name="target">The new number.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="TaskException">AWS would reject the change.</exception>
    public void Update(int target, double time)
    {
        if (Refusal is not null)
            throw Refusal;
        if (IsOnDemand)
            throw new TaskException("Kinesis.ValidationException", "the stream is on-demand");
        if (target > Quota)
            throw new TaskException("Kinesis.LimitExceededException", $"the account may have {Quota} shards");
        if (!IsActive(time))
            throw new TaskException("Kinesis.ResourceInUseException", "the stream is not ACTIVE");
        if (_changes.Count(change => change.Time > time - Day) >= ChangesPerDay)
            throw new TaskException("Kinesis.LimitExceededException", "more than ten changes in 24 hours");
        if (target > 2 * Open || 2 * target < Open || target < 1)
            throw new TaskException(
                "Kinesis.LimitExceededException", $"from {Open} to {target} shards: more than double, or less than half");
        if (target == Open)
            throw new TaskException("Kinesis.InvalidArgumentException", $"the stream has {Open} shards already");

        _changes.Add(new(time, Open, target));
        _before = Open;
        _activeFrom = time + Minutes(Open, target);
        Open = target;
    }

    /// <summary>
    /// How long a change takes. Assumed: half a minute and two seconds a shard, and twice that if the target is not a multiple of 25 %.
    /// AWS says "a few minutes", and "longer" for such a target.
    /// </summary>
    private static double Minutes(int from, int to) => (0.5 + (Math.Max(from, to) / 30.0)) * (4 * to % from == 0 ? 1 : 2);
}
