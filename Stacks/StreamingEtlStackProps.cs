using Nautilus.Foundations;
using Nautilus.Networking;
using Nautilus.Processing;
using Nautilus.Search;
using Nautilus.Storage;

namespace Nautilus.Stacks;

/// <summary>What can differ in a <see cref="StreamingEtlStack"/>.</summary>
public sealed record StreamingEtlStackProps
{
    /// <summary>The group of properties that the stack gives to the Flink application.</summary>
    internal const string OwnPropertyGroup = "nautilus";

    private const string Names = "names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any";

    private static readonly Pattern PlainName = Pattern.Of("[a-z][a-z0-9-]{2,27}", "3 to 28 of a-z, 0-9 and '-', and begin with a letter",
        "docs/streaming-etl.md");

    private static readonly Pattern EventType = Pattern.Of("[A-Za-z0-9_.-]{1,64}", Names, "Functions/README.md");

    /// <summary>The stream's name, and the beginning of all other names: 3 to 28 of a-z, 0-9 and '-', a letter first.</summary>
    public string Name { get; init; } = "streaming-etl";

    /// <summary>The shards to begin with, and the fewest shards that scaling keeps.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The most shards that scaling may choose.</summary>
    public int MostShards { get; init; } = 8;

    /// <summary>How long a record can be read.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The types of events that queries of the lake find. Unless given, any type is found, and each query must name one. An event of
    /// another type is in the lake all the same, and is found after its type is added here.
    /// </summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>
    /// Whether the lake also keeps the records before the transformation, to repeat it later with a better function. AWS allows to turn
    /// this on later, but not off.
    /// </summary>
    public bool KeepRaw { get; init; } = true;

    /// <summary>When objects of the lake move to cheaper storage.</summary>
    public ObjectAges Ages { get; init; } = new();

    /// <summary>A bucket in another region that the lake is copied to; none, unless given.</summary>
    public Replica? Replica { get; init; }

    /// <summary>The length of the windows in which events are aggregated, up to 15 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The size of the search domain for the aggregates. Null for no search domain.</summary>
    public SearchProfile? Search { get; init; } = SearchProfile.Small;

    /// <summary>The ARNs of the roles that administer the search domain.</summary>
    public IReadOnlyList<string> SearchAdministrators { get; init; } = [];

    /// <summary>
    /// Whether there is a warehouse. Each load, every 15 minutes while events arrive, starts 8 RPUs for at least a minute.
    /// </summary>
    public bool Warehouse { get; init; } = true;

    /// <summary>The most RPUs that the warehouse may use, in steps of 8.</summary>
    public int WarehouseMaxCapacity { get; init; } = 16;

    /// <summary>The path of the JAR of a Managed Flink application. Without code there is no application.</summary>
    public string? FlinkJar { get; init; }

    /// <summary>The code of the application, if it is in S3 already.</summary>
    public FlinkCode? FlinkCode { get; init; }

    /// <summary>How many tasks of the application run in parallel, at least.</summary>
    public int FlinkParallelism { get; init; } = 1;

    /// <summary>
    /// The properties of the application in groups, beside the group <c>nautilus</c>: <c>stream.arn</c>, <c>consumer.arn</c>,
    /// <c>consumer.name</c>, and <c>delivery.stream</c>, which takes results for the search domain.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> FlinkProperties { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>
    /// The services that producers and others in the network call through it. Each endpoint is billed by the hour and zone.
    /// </summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [Endpoint.KinesisStreams, Endpoint.Firehose];

    /// <summary>The private addresses of the network. Networks that are peered must have different ones.</summary>
    public string Cidr { get; init; } = "10.42.0.0/16";

    /// <summary>Three zones of the region, by their letters.</summary>
    public IReadOnlyList<string> Zones { get; init; } = ["a", "b", "c"];

    /// <summary>The e-mail addresses that alarms are sent to. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];

    internal bool HasFlink => FlinkJar is not null || FlinkCode is not null;

    internal StreamingEtlStackProps Checked(string id, string region)
    {
        Check.That($"stack '{id}'",
        [
            Rule.MatchesLiterally("Name", Name, PlainName),
            Rule.That(Shards >= 1 && MostShards > Shards,
                $"MostShards must be above Shards, which must be 1 or more, got {MostShards} and {Shards}"),
            Rule.Between("Window", Window.TotalSeconds, 1, 900, "seconds"),
            Rule.Whole("Window", Window, TimeSpan.TicksPerSecond, "seconds"),
            Rule.That(EventTypes is null || (EventTypes.Count > 0 && EventTypes.All(EventType.Covers)),
                $"EventTypes must be {EventType.Description}, got '{string.Join("', '", EventTypes ?? [])}'"),
            Rule.That(Zones.All(zone => zone.Length == 1 || zone.StartsWith(region, StringComparison.Ordinal)),
                $"Zones must be of the region, {region}, got '{string.Join(", ", Zones)}'"),
            Rule.That(Search is not null || SearchAdministrators.Count == 0, "SearchAdministrators must not be given without Search"),
            Rule.That(FlinkJar is null || FlinkCode is null, $"Flink's code must be a JAR or an object of S3, got both, '{FlinkJar}' too"),
            Rule.That(HasFlink || (FlinkProperties.Count == 0 && FlinkParallelism == 1),
                "Flink's settings must not be given without its code"),
            Rule.That(!FlinkProperties.ContainsKey(OwnPropertyGroup),
                $"FlinkProperties must not have the group '{OwnPropertyGroup}', which the stack sets"),
        ]);
        return this;
    }
}
