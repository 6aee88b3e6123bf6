using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using Nautilus.Functions.Records;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Pipelines;
using Tests.Functions;

namespace Tests.EndToEnd;

/// <summary>
/// One run of the whole pipeline: it puts the traffic into a stream of the local AWS, and reads the stream along two paths, with
/// Lambda for the windows and with Firehose for the lake. Both functions are the programs that are deployed.
/// </summary>
public sealed class Pipeline : IAsyncLifetime, IDisposable
{
    /// <summary>What the keys of events in the lake begin with.</summary>
    internal const string Events = "events/";

    private const string Results = "windows/";
    private const string Failed = "failed/";

    // As in the lake of the library.
    private const string Partitions =
        "event_type=!{partitionKeyFromLambda:event_type}/year=!{partitionKeyFromLambda:year}/month=!{partitionKeyFromLambda:month}/"
        + "day=!{partitionKeyFromLambda:day}/hour=!{partitionKeyFromLambda:hour}/";

    private readonly LocalAws _aws = new();

    internal string Stream { get; } = $"events-{Guid.NewGuid():N}";

    /// <summary>Each record with the shard and sequence number that the producer got for it.</summary>
    internal IReadOnlyList<(string Shard, string Sequence, SentRecord Record)> Sent { get; private set; } = [];

    /// <summary>The records that the stream returned.</summary>
    internal IReadOnlyList<StreamRecord> Read { get; private set; } = [];

    /// <summary>The lines in the lake, each with the key of its object.</summary>
    internal IReadOnlyList<(string Key, JsonObject Line)> Lake { get; private set; } = [];

    /// <summary>The data of the records that failed in the transformation.</summary>
    internal IReadOnlyList<byte[]> NotTransformed { get; private set; } = [];

    /// <summary>The results of the windows, without repeated deliveries, which readers drop by their id.</summary>
    internal IReadOnlyList<JsonObject> Windows { get; private set; } = [];

    /// <summary>The metrics in the log, without repetitions.</summary>
    internal IReadOnlyList<JsonObject> Metrics { get; private set; } = [];

    /// <summary>The objects in the on-failure destination.</summary>
    internal IReadOnlyList<JsonObject> PutAside { get; private set; } = [];

    internal int LostSandboxes { get; private set; }

    private Dictionary<string, string> AggregateEnvironment => new()
    {
        ["DELIVERY_STREAM"] = Stream,
        ["AWS_ENDPOINT_URL"] = _aws.Endpoint.ToString(),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = Credentials.OfTerraform.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = Credentials.OfTerraform.SecretKey,
    };

    public async Task InitializeAsync()
    {
        using var stream = new LocalStream(_aws.Endpoint, Stream);
        using var bucket = new LocalBucket(_aws.Endpoint, Stream);
        await stream.Create(shards: 4);
        await bucket.Create();
        await CreateDeliveryOfResults(bucket);

        var traffic = Traffic.Of(DateTime.UtcNow);
        var places = await stream.Put(traffic.Select(record => (record.Key, record.Data)));
        Sent = [.. places.Zip(traffic, (place, record) => (place.Shard, place.Sequence, record))];
        Read = await stream.Read();

        using var aggregate = new DeployedFunction(BuiltFunction.ProgramOf("aggregate"), losesEvery: 101, AggregateEnvironment);
        using var transform = new DeployedFunction(BuiltFunction.ProgramOf("transform"), losesEvery: 3);
        await Task.WhenAll(Task.Run(() => Aggregate(aggregate, bucket)), Task.Run(() => Transform(transform, bucket)));
        LostSandboxes = aggregate.Lost + transform.Lost;
        await stream.Delete();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _aws.Dispose();

    private async Task Aggregate(DeployedFunction function, LocalBucket bucket)
    {
        await new EventSourceMapping(Stream, function, bucket).Read(Read);
        Metrics = [.. Lines(function.Stop()).Distinct().Select(Parse).Where(line => line.ContainsKey("_aws"))];
        Windows = [.. (await bucket.Read(Results)).SelectMany(file => Lines(file.Data)).Distinct().Select(Parse)];
        PutAside = [.. (await bucket.Read(EventSourceMapping.DiscardedPrefix)).Select(file => JsonNode.Parse(file.Data)!.AsObject())];
    }

    private async Task Transform(DeployedFunction function, LocalBucket bucket)
    {
        var delivery = new FirehoseDelivery(function, bucket, UserRecordsIn)
        {
            Prefix = Events + Partitions,
            ErrorPrefix = $"{Failed}!{{firehose:error-output-type}}/",
        };
        await delivery.Read(Read);
        Lake = [.. (await bucket.Read(Events))
            .SelectMany(file => Lines(file.Data), (file, line) => (file.Key, Parse(line)))];
        NotTransformed = [.. (await bucket.Read(Failed))
            .SelectMany(file => Lines(file.Data)).Select(line => Convert.FromBase64String((string)Parse(line)["rawData"]!))];
    }

    private static List<byte[]> UserRecordsIn(byte[] data)
    {
        var records = new List<byte[]>();
        foreach (var record in new UserRecords(data))
            records.Add(record.ToArray());
        return records;
    }

    private async Task CreateDeliveryOfResults(LocalBucket bucket)
    {
        using var aws = new AwsClient(_aws.Endpoint, Credentials.OfTerraform);
        var (status, body) = await aws.Post("firehose", JsonSerializer.Serialize(new
        {
            DeliveryStreamName = Stream,
            ExtendedS3DestinationConfiguration = new
            {
                RoleARN = "arn:aws:iam::123456789012:role/delivery",
                BucketARN = bucket.Arn,
                Prefix = Results,
            },
        }), "application/x-amz-json-1.1", "Firehose_20150804.CreateDeliveryStream");
        status.Should().Be(200, "it answered: {0}", body);
    }

    private static string[] Lines(byte[] text) => Lines(Encoding.UTF8.GetString(text));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonObject Parse(string line) => JsonNode.Parse(line)!.AsObject();
}
