using System.Text.Json;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Processing;

public sealed record StreamFunctionProps : FunctionProps
{
    private const int MostFilters = 10;
    private const int LongestFilter = 4096;

    /// <summary>A stream, or a fan-out consumer of one.</summary>
    public required StreamSource Source { get; init; }

    /// <summary>Where records are kept, as they were, that the function has failed on to the end. Lambda puts them below <c>aws/lambda/</c>.</summary>
    public required DataBucket Failures { get; init; }

    /// <summary>How many batches of a shard are worked on at once, 1 to 10. Order is kept by partition key.</summary>
    public int Parallelization { get; init; } = 1;

    /// <summary>How many records the function gets at once, at most: 1 to 10000, and no more than 6 MB.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How long to wait for a batch to fill, up to 300 seconds.</summary>
    public TimeSpan BatchingWindow { get; init; }

    /// <summary>The length of the windows that the function carries state through, up to 900 seconds; none, unless given.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>How often to try again what the function failed on, up to 10000 times. Until then, its shard waits.</summary>
    public int Retries { get; init; } = 10;

    /// <summary>How old a record may be, 60 seconds to 7 days, before the function goes on without it; less than the stream keeps it.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Changing it later makes a new mapping, which begins there again: records are read twice, or left out.</summary>
    public StartFrom StartFrom { get; init; } = StartFrom.TrimHorizon;

    /// <summary>Patterns of Lambda's, in JSON. The function gets what matches one of them; everything, unless given.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    internal string Checked(string id)
    {
        Foundations.Rules.Check($"function '{Name}'",
        [
            .. RulesOfFunction(TimeSpan.FromMinutes(15)),
            (Parallelization is >= 1 and <= 10, $"parallelization must be 1 to 10, got {Parallelization}"),
            (BatchSize is >= 1 and <= 10_000, $"batch size must be 1 to 10000, got {BatchSize}"),
            WholeSeconds("batching window", BatchingWindow, 0, TimeSpan.FromMinutes(5)),
            WholeSeconds("window", Window, 0, TimeSpan.FromMinutes(15)),
            (Window == TimeSpan.Zero || Parallelization == 1, $"with a window, parallelization must be 1, since a shard has one state, got {Parallelization}"),
            (Retries is >= 0 and <= 10_000, $"retries must be 0 to 10000, got {Retries}"),
            WholeSeconds("max age", MaxAge, 60, TimeSpan.FromDays(7)),
            (Filters.Count <= MostFilters, $"filters must be {MostFilters} at most, got {Filters.Count}"),
            .. Filters.Select(FilterRule),
            .. RulesOfStream,
        ]);
        return id;
    }

    /// <summary>What depends on the stream, which may come to be scaled later.</summary>
    internal IEnumerable<(bool Holds, string Rule)> RulesOfStream =>
    [
        (Source.Stream.Retention is not { } retention || MaxAge < retention,
            $"max age must be below the {Source.Stream.Retention?.TotalHours} hours that the stream keeps records, or they are lost before they are set aside, got {MaxAge.TotalHours} hours"),
        (ReservedConcurrency is not >= 1 || Source.Stream.MostShards is not { } shards || ReservedConcurrency >= shards * Parallelization,
            $"reserved concurrency must be {Source.Stream.MostShards * Parallelization} at least, for {Source.Stream.MostShards} shards with parallelization {Parallelization}, or shards wait, got {ReservedConcurrency}"),
    ];

    private static (bool, string) FilterRule(string filter) => (
        Foundations.Rules.IsToken(filter) || (filter.Length <= LongestFilter && IsObject(filter)),
        $"a filter must be a JSON object of {LongestFilter} characters at most, such as {{\"data\":{{\"kind\":[\"order\"]}}}}, got '{filter}'");

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
