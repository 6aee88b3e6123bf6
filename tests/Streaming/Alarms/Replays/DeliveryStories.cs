using Nautilus.Testing.Replays;

namespace Tests.Streaming.Alarms.Replays;

/// <summary>
/// Three delivery streams. A delivery takes a minute longer than its buffer waits: 5 minutes for the lake, 1 for the search domain,
/// 15 for the warehouse. Firehose stores failed records as often.
/// </summary>
internal static class DeliveryStories
{
    private const double Behind = 44 * FunctionStories.Hour;

    private static readonly Source Lake = new("AWS/Firehose", ("DeliveryStreamName", "streaming-etl-to-lake"));
    private static readonly Source Search = new("AWS/Firehose", ("DeliveryStreamName", "streaming-etl-to-search"));
    private static readonly Source Warehouse = new("AWS/Firehose", ("DeliveryStreamName", "streaming-etl-to-warehouse"));

    public static readonly Signal LakeSuccess = Lake.Reports("DeliveryToS3.Success", well: 1, every: 6);
    public static readonly Signal LakeCalls = Lake.Reports("ExecuteProcessing.Success", well: 1);
    private static readonly Signal LakeAge = Lake.Reports("DeliveryToS3.DataFreshness", well: 340, every: 6);
    private static readonly Signal LakeBehind = Lake.Reports("KinesisMillisBehindLatest", well: 800, always: true);
    private static readonly Signal Unconverted = Lake.Reports("FailedConversion.Records", well: 0, every: 6);
    private static readonly Signal Partitions = Lake.Reports("PartitionCountExceeded", well: 0);
    private static readonly Signal LakeFailures = Failures("lake", "to-lake", every: 6);
    private static readonly Signal Uncopied = new Source(
        "AWS/S3", ("SourceBucket", "${aws_s3_bucket.lake.bucket}"), ("DestinationBucket", "lake-backup"), ("RuleId", "all"))
        .Reports("OperationsFailedReplication", well: 0);

    public static readonly Signal SearchSuccess = Search.Reports("DeliveryToAmazonOpenSearchService.Success", well: 1, every: 2);
    public static readonly Signal SearchAge = Search.Reports("DeliveryToAmazonOpenSearchService.DataFreshness", well: 90, every: 2);
    public static readonly Signal SearchThrottled = Search.Reports("ThrottledRecords", well: 0);
    public static readonly Signal SearchFailures = Failures("failures", "to-search", every: 6);
    private static readonly Signal KeyDenied = Search.Reports("KMSKeyAccessDenied");
    private static readonly Signal KeyDisabled = Search.Reports("KMSKeyDisabled");
    private static readonly Signal KeyInvalid = Search.Reports("KMSKeyInvalidState");
    private static readonly Signal KeyMissing = Search.Reports("KMSKeyNotFound");

    public static readonly Signal WarehouseSuccess = Warehouse.Reports("DeliveryToRedshift.Success", well: 1, every: 16);
    public static readonly Signal WarehouseCalls = Warehouse.Reports("ExecuteProcessing.Success", well: 1);
    private static readonly Signal WarehouseAge = Warehouse.Reports("DeliveryToS3.DataFreshness", well: 960, every: 16);
    private static readonly Signal WarehouseBehind = Warehouse.Reports("KinesisMillisBehindLatest", well: 800, always: true);
    private static readonly Signal WarehouseFailures = Failures("staging", "to-warehouse", every: 16);

    public static Signal[] Signals { get; } =
    [
        LakeSuccess, LakeCalls, LakeAge, LakeBehind, Unconverted, Partitions, LakeFailures, Uncopied,
        SearchSuccess, SearchAge, SearchThrottled, SearchFailures, KeyDenied, KeyDisabled, KeyInvalid, KeyMissing,
        WarehouseSuccess, WarehouseCalls, WarehouseAge, WarehouseBehind, WarehouseFailures,
    ];

    public static Trouble[] All { get; } =
    [
        new("the lake rejects deliveries", LakeSuccess.Turns(0), LakeAge.Rises(60))
        {
            Fires = ["to-lake/failing", "to-lake/late"],
            Within = 30,
        },
        new("Firehose reads the stream for the lake more than a day behind", LakeBehind.Turns(Behind))
        {
            Fires = ["to-lake/behind"],
            Within = 15,
        },
        new("records do not fit the table", Unconverted.Turns(40), LakeFailures.Turns(1))
        {
            Fires = ["to-lake/unconverted", "to-lake/failed"],
            Within = 6,
        },
        new("a device's number became a partition", Partitions.Turns(1), LakeFailures.Turns(3))
        {
            Fires = ["to-lake/partitions", "to-lake/failed"],
            Within = 6,
        },
        new("the replica's key is disabled", Uncopied.Turns(1)) { Fires = ["to-lake/uncopied"], Within = 6 },
        new("a third of the calls for the lake fails", LakeCalls.Turns(0.66)) { Fires = ["to-lake/untransformed"], Within = 15 },
        new("every record fails in the function", FunctionStories.TransformErrors.Turns(20),
            LakeCalls.Turns(0), LakeFailures.Turns(1), WarehouseCalls.Turns(0), WarehouseFailures.Turns(1))
        {
            Fires =
            [
                "transform/function-errors", "to-lake/untransformed", "to-lake/failed", "to-warehouse/untransformed", "to-warehouse/failed",
            ],
            Within = 16,
            Lasts = 240,
        },
        new("the search domain rejects a fifth of the documents", SearchSuccess.Turns(0.8), SearchFailures.Turns(1))
        {
            Fires = ["to-search/failing", "to-search/failed"],
            Within = 10,
        },
        new("nothing reaches the search domain", SearchAge.Rises(60)) { Fires = ["to-search/late"], Within = 50 },
        new("producers exceed the limit of the delivery stream to the search domain", SearchThrottled.Turns(500))
        {
            Fires = ["to-search/throttled"],
            Within = 3,
        },
        .. new[] { KeyDenied, KeyDisabled, KeyInvalid, KeyMissing }.Select(refusal =>
            new Trouble($"the key of the buffered records: {refusal.Metric.Name}", refusal.Turns(4))
            {
                Fires = ["to-search/key-refused"],
                Within = 3,
            }),
        new("the warehouse rejects each load", WarehouseSuccess.Turns(0), WarehouseFailures.Turns(1))
        {
            Fires = ["to-warehouse/failing", "to-warehouse/failed"],
            Within = 48,
            Lasts = 240,
        },
        new("nothing reaches the staging bucket", WarehouseAge.Rises(60)) { Fires = ["to-warehouse/late"], Within = 48, Lasts = 120 },
        new("Firehose reads the stream for the warehouse more than a day behind", WarehouseBehind.Turns(Behind))
        {
            Fires = ["to-warehouse/behind"],
            Within = 15,
        },
        new("half of the calls for the warehouse fail", WarehouseCalls.Turns(0.5)) { Fires = ["to-warehouse/untransformed"], Within = 15 },
    ];

    private static Signal Failures(string bucket, string stream, int every)
    {
        var folder = new Source("AWS/S3", ("BucketName", $"${{aws_s3_bucket.{bucket}.bucket}}"), ("FilterId", $"streaming-etl-{stream}"));
        return folder.Reports("PutRequests", every: every);
    }
}
