using System.Collections.Concurrent;

namespace Nautilus.Testing.Simulation;

/// <summary>
/// Keys that a hash spreads over the shards. UpdateShardCount with UNIFORM_SCALING gives all shards equal ranges of the hash:
/// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html
/// </summary>
public sealed class PartitionKeys
{
    private readonly (double Hash, double Share)[] _keys;
    private readonly ConcurrentDictionary<int, double[]> _shards = [];

    /// <param name="count">The number of keys.</param>
    /// <param name="exponent">0 for equal keys. Above, the share of the n-th key falls with n to this power, as Zipf has it.</param>
    /// <param name="seed">Selects the hashes.</param>
    public PartitionKeys(int count, double exponent = 0, int seed = 11)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(1, count).Select(rank => Math.Pow(rank, -exponent)).ToArray();
        var all = weights.Sum();
        _keys = [.. weights.Select(weight => (random.NextDouble(), weight / all))];
    }

    /// <summary>The share of the traffic that is refused: what is above 1 MB or 1,000 records a second in a shard.</summary>
    /// <param name="need">The traffic, in shards.</param>
    /// <param name="shards">The number of shards.</param>
    public double Refused(double need, int shards)
    {
        var refused = 0.0;
        foreach (var share in _shards.GetOrAdd(shards, Fullest))
        {
            var above = (need * share) - 1;
            if (above <= 0)
                break;
            refused += above;
        }

        return refused / need;
    }

    // The shares of the shards, the fullest first.
    private double[] Fullest(int shards)
    {
        var shares = new double[shards];
        foreach (var (hash, share) in _keys)
            shares[(int)(hash * shards)] += share;
        Array.Sort(shares, (one, other) => other.CompareTo(one));
        return shares;
    }
}
