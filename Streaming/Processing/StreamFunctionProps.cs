using System.Text.Json;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Processing;

/// <summary>A <see cref="StreamFunction"/>.</summary>
public sealed record StreamFunctionProps : FunctionProps
{
    private const int MostFilters = 10;
    private const int LongestFilter = 4096;
    private const string Example = """{"data":{"kind":["order"]}}""";

    /// <summary>A stream, or a fan-out consumer of one.</summary>
    public required StreamSource Source { get; init; }

    /// <summary>
    /// The bucket for records that the function could not process. Lambda stores them unchanged, below <c>aws/lambda/</c>.
    /// </summary>
    public required DataBucket Failures { get; init; }

    /// <summary>How many batches of a shard Lambda processes at once: 1 to 10. Records of one partition key keep their order.</summary>
    public int Parallelization { get; init; } = 1;

    /// <summary>The most records in a batch: 1 to 10000. Lambda also limits a batch to 6 MB.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How long Lambda waits for a batch to fill: up to 300 seconds.</summary>
    public TimeSpan BatchingWindow { get; init; }

    /// <summary>The length of a tumbling window, in which invocations pass on their state: up to 900 seconds. None, unless given.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>How often Lambda retries a failed batch: up to 10000 times. Until the last retry, the shard waits.</summary>
    public int Retries { get; init; } = 10;

    /// <summary>
    /// The age at which the function skips a record, and Lambda sends it to <see cref="Failures"/>: 60 seconds to 7 days, and less than
    /// the retention of the stream.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Where the function begins to read. A later change replaces the mapping, which begins there: records are read twice, or skipped.
    /// </summary>
    public StartFrom StartFrom { get; init; } = StartFrom.TrimHorizon;

    /// <summary>Filter patterns of Lambda, in JSON. The function gets the records that match one of them: all, unless given.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The rules that depend on the stream, which can be scaled later.</summary>
    internal IEnumerable<Rule> StreamRules => [MaxAgeRule(Source.Stream.Retention), ConcurrencyRule(Source.Stream.MostShards)];

    internal string Checked(string id)
    {
        Check.That($"function '{Name}'",
        [
            .. FunctionRules(longest: TimeSpan.FromMinutes(15)),
            Rule.Between("parallelization", Parallelization, 1, 10),
            Rule.Between("batch size", BatchSize, 1, 10_000),
            .. WholeSeconds("batching window", BatchingWindow, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            .. WholeSeconds("window", Window, TimeSpan.Zero, TimeSpan.FromMinutes(15)),
            Rule.That(Window == TimeSpan.Zero || Parallelization == 1,
                $"parallelization must be 1 with a window, because a shard has one state; got {Parallelization}"),
            Rule.Between("retries", Retries, 0, 10_000),
            .. WholeSeconds("max age", MaxAge, TimeSpan.FromSeconds(60), TimeSpan.FromDays(7)),
            Rule.AtMost("the number of filters", Filters.Count, MostFilters),
            .. Filters.Select(FilterRule),
        ]);
        return id;
    }

    private Rule MaxAgeRule(TimeSpan? retention) => Rule.That(retention is null || MaxAge < retention,
        $"max age must be below the stream's retention of {retention?.TotalHours} hours, because Lambda can't set aside a record " +
        $"that the stream has lost; got {MaxAge.TotalHours} hours");

    private Rule ConcurrencyRule(int? shards) => Rule.That(
        ReservedConcurrency is null || shards is null || ReservedConcurrency >= shards * Parallelization,
        $"reserved concurrency must be {shards * Parallelization} or more, for {shards} shards with parallelization {Parallelization}, " +
        $"because the other shards would wait; got {ReservedConcurrency}");

    private static Rule FilterRule(string filter) => Rule.That(
        Tokens.IsToken(filter) || (filter.Length <= LongestFilter && IsObject(filter)),
        $"a filter must be a JSON object of {LongestFilter} characters or less, such as {Example}, got '{filter}'");

    private static bool IsObject(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
