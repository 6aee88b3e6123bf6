using Nautilus.Access;

namespace Nautilus.Streams;

/// <summary>The IAM statements for each kind of producer and consumer of a stream.</summary>
internal sealed class StreamStatements(DataStream stream)
{
    public IEnumerable<Statement> Put(string[] actions) =>
    [
        new("PutRecords", actions, [stream.Arn]),
        .. stream.CustomerKey is null ? [] : new[] { UseKey("EncryptRecords", "kms:GenerateDataKey") },
    ];

    public IEnumerable<Statement> PutWithKpl(string metricsNamespace) =>
    [
        .. Put(KinesisActions.Put),
        new("LearnShards", KinesisActions.LearnShards, [stream.Arn]),
        SendMetrics(metricsNamespace),
    ];

    /// <summary>A consumer needs the key to decrypt, if it is a customer key.</summary>
    public IEnumerable<Statement> Read(string[] actions, string sid = "ReadRecords") =>
    [
        new(sid, actions, [stream.Arn]),
        .. stream.CustomerKey is null ? [] : new[] { UseKey("DecryptRecords", "kms:Decrypt") },
    ];

    public IEnumerable<Statement> Kcl(string application) => Kcl(application, KinesisActions.Poll);

    /// <summary>The application registers its own consumer.</summary>
    public IEnumerable<Statement> KclWithFanOut(string application) =>
    [
        .. Kcl(application, [.. KinesisActions.Poll, .. KinesisActions.Register]),
        new("Subscribe", KinesisActions.Subscribe, Consumer(application)),
    ];

    /// <summary>An application that registers consumers of its own, and removes them.</summary>
    public IEnumerable<Statement> WithOwnFanOut(params string[] consumers) =>
    [
        .. Read([.. KinesisActions.Poll, .. KinesisActions.Register]),
        new("Subscribe", [KinesisActions.Deregister, .. KinesisActions.Subscribe], [.. consumers.SelectMany(Consumer)]),
    ];

    /// <summary>
    /// A consumer by its name. Kinesis asks for an ARN without the time of registration when the consumer is described by its name.
    /// </summary>
    public string[] Consumer(string name) => [$"{stream.Arn}/consumer/{name}", $"{stream.Arn}/consumer/{name}:*"];

    private IEnumerable<Statement> Kcl(string application, string[] onTheStream)
    {
        var table = stream.Location.Arn("dynamodb", $"table/{application}");
        return
        [
            .. Read(onTheStream),
            new("KeepLeases", KinesisActions.LeaseTable, [table]),
            new("KeepWorkerState", KinesisActions.WorkerTables, [$"{table}-CoordinatorState", $"{table}-WorkerMetricStats"]),
            new("FindLeases", ["dynamodb:Query"], [$"{table}/index/*"]),
            SendMetrics(application),
        ];
    }

    /// <summary>Only through Kinesis, and only for this stream: the key can have other users.</summary>
    public Statement UseKey(string sid, string action) => new(sid, [action], [stream.CustomerKey!])
    {
        Conditions =
        [
            new("StringEquals", "kms:ViaService", $"kinesis.{stream.Location.Region}.amazonaws.com"),
            new("StringEquals", "kms:EncryptionContext:aws:kinesis:arn", stream.Arn),
        ],
    };

    // CloudWatch knows no resource for this action. Its namespace can be limited.
    private static Statement SendMetrics(string metricsNamespace) => new("SendMetrics", ["cloudwatch:PutMetricData"], ["*"])
    {
        Conditions = [new("StringEquals", "cloudwatch:namespace", metricsNamespace)],
    };
}
