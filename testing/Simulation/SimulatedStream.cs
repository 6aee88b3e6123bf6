using Nautilus.Testing.StepFunctions;

namespace Nautilus.Testing.Simulation;

/// <summary>A provisioned stream under the rules of UpdateShardCount. Time is in minutes.</summary>
internal sealed class SimulatedStream(int shards)
{
    public const int ChangesPerDay = 10;
    public const double Day = 24 * 60;

    private readonly List<Change> _changes = [];
    private double _activeFrom;
    private int _before = shards;

    public int Open { get; private set; } = shards;

    /// <summary>What AWS answers to every change, for another reason than its rules.</summary>
    public TaskError? Refusal { get; set; }

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Shards that surely take records: while the stream is updated, no more than before and no more than after.</summary>
    public int Serving(double time) => IsActive(time) ? Open : Math.Min(_before, Open);

    /// <summary>Shards that cost: while the stream is updated, the more of before and after.</summary>
    public int Billed(double time) => IsActive(time) ? Open : Math.Max(_before, Open);

    public bool IsActive(double time) => time >= _activeFrom;

    public void Update(int target, double time)
    {
        if (Refusal is not null)
            throw Refusal;
        if (!IsActive(time))
            throw new TaskError("Kinesis.ResourceInUseException", "the stream is not ACTIVE");
        if (_changes.Count(change => change.Time > time - Day) >= ChangesPerDay)
            throw new TaskError("Kinesis.LimitExceededException", "more than ten changes in 24 hours");
        if (target > 2 * Open || 2 * target < Open || target < 1)
            throw new TaskError("Kinesis.LimitExceededException", $"from {Open} to {target} shards: more than double, or less than half");
        if (target == Open)
            throw new TaskError("Kinesis.InvalidArgumentException", "nothing to change");

        _changes.Add(new(time, Open, target));
        _before = Open;
        _activeFrom = time + Minutes(Open, target);
        Open = target;
    }

    /// <summary>Half a minute and two seconds a shard; twice that where the step is not made of quarters.</summary>
    private static double Minutes(int from, int to) => (0.5 + (Math.Max(from, to) / 30.0)) * (4 * to % from == 0 ? 1 : 2);

    internal readonly record struct Change(double Time, int From, int To)
    {
        public bool IsUp => To > From;
    }
}
