using HashiCorp.Cdktf.Providers.Aws.IamPolicy;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Streams;

public sealed partial class DataStream
{
    private IamPolicy? _producerPolicy;
    private IamPolicy? _consumerPolicy;
    private SharedAccess? _sharing;

    /// <summary>The ARN of a managed policy that lets whoever it is attached to put records, and nothing else.</summary>
    public string ProducerPolicy => (_producerPolicy ??= Policy("producer", Putting(KinesisActions.Put))).Arn;

    /// <summary>The ARN of a managed policy that lets whoever it is attached to poll records, and nothing else.</summary>
    public string ConsumerPolicy => (_consumerPolicy ??= Policy("consumer", Reading(KinesisActions.Poll))).Arn;

    /// <summary>A producer that uses the AWS SDK.</summary>
    public void GrantPut(Role role) => role.Allow(Putting(KinesisActions.Put));

    /// <summary>A topic rule of AWS IoT.</summary>
    public void GrantToIotRule(Role role) => role.Allow(Putting(KinesisActions.IotRule));

    /// <summary>A producer that uses the Kinesis Producer Library, which also sends metrics under a namespace of its own.</summary>
    public void GrantPutWithKpl(Role role, string metricsNamespace = "KinesisProducerLibrary") => role.Allow(
    [
        .. Putting(KinesisActions.Put),
        new("LearnShards", KinesisActions.LearnShards, [Arn]),
        SendMetrics(metricsNamespace),
    ]);

    /// <summary>A consumer that polls with the AWS SDK.</summary>
    public void GrantRead(Role role) => role.Allow(Reading(KinesisActions.Poll));

    /// <summary>
    /// An application of the Kinesis Client Library, 2 or 3, that polls. Its tables in DynamoDB bear the application's name,
    /// and so do its metrics. To subscribe to a consumer that is registered here, add <see cref="FanOutConsumer.GrantRead"/>.
    /// </summary>
    public void GrantKcl(Role role, string application) => role.Allow(Kcl(application, KinesisActions.Kcl));

    /// <summary>An application of the Kinesis Client Library that registers a fan-out consumer of its own, by its own name. Its lag is watched as that of <see cref="AddConsumer"/>.</summary>
    public void GrantKclWithFanOut(Role role, string application)
    {
        Rules.Check($"stream '{_name}'", (Rules.IsToken(application) || application.Length <= 128,
            $"a KCL application that is also a consumer must have a name of 128 characters at most, got {application.Length}"));
        role.Allow(
        [
            .. Kcl(application, [.. KinesisActions.Kcl, KinesisActions.Register]),
            new("Subscribe", KinesisActions.Subscribe, [$"{Arn}/consumer/{application}:*"]),
        ]);
        Watch(application);
    }

    /// <summary>A function that Lambda feeds from the stream.</summary>
    public void GrantToLambda(Role role) => role.Allow(Reading(KinesisActions.Lambda));

    /// <summary>A Firehose that takes the stream as its source.</summary>
    public void GrantToFirehose(Role role) => role.Allow(Reading(KinesisActions.Firehose));

    /// <summary>A Managed Flink application that takes the stream as a source. For enhanced fan-out, add <see cref="FanOutConsumer.GrantRead"/>.</summary>
    public void GrantToFlink(Role role) => role.Allow(Reading(KinesisActions.Flink));

    /// <summary>Databricks, in an account of its own.</summary>
    public void GrantToDatabricks(CrossAccountRole role) => role.Allow(Reading(KinesisActions.Databricks));

    /// <summary>Lets principals of other accounts put records, over TLS only. They need the same from an administrator of their own.</summary>
    public void ShareForPutting(params string[] principals)
    {
        Share("PutRecords", [.. KinesisActions.Put, .. KinesisActions.LearnShards], principals);
        _ownKey?.Allow(KeyUse("EncryptFromOtherAccounts", "kms:GenerateDataKey"), new("AWS", principals));
    }

    /// <summary>Lets principals of other accounts read records, over TLS only. They need the same from an administrator of their own.</summary>
    public void ShareForReading(params string[] principals) => ShareForReading("ReadRecords", KinesisActions.Poll, principals);

    internal void ShareForReading(string sid, string[] actions, string[] principals)
    {
        Share(sid, actions, principals);
        _ownKey?.Allow(KeyUse("DecryptFromOtherAccounts", "kms:Decrypt"), new("AWS", principals));
    }

    /// <summary>Whoever reads needs the key to decrypt, where it is the customer's.</summary>
    internal IEnumerable<Statement> Reading(string[] actions, string sid = "ReadRecords") =>
    [
        new(sid, actions, [Arn]),
        .. UseOfCustomerKey("DecryptRecords", "kms:Decrypt"),
    ];

    private IEnumerable<Statement> UseOfCustomerKey(string sid, string action) => _customerKey is null ? [] : [KeyUse(sid, action)];

    private IEnumerable<Statement> Putting(string[] actions) =>
    [
        new("PutRecords", actions, [Arn]),
        .. UseOfCustomerKey("EncryptRecords", "kms:GenerateDataKey"),
    ];

    // Only through Kinesis, and only for this stream: the key may serve others too.
    private Statement KeyUse(string sid, string action) => new(sid, [action], [_customerKey!])
    {
        Conditions =
        [
            new("StringEquals", "kms:ViaService", $"kinesis.{Here.Region}.amazonaws.com"),
            new("StringEquals", "kms:EncryptionContext:aws:kinesis:arn", Arn),
        ],
    };

    private IEnumerable<Statement> Kcl(string application, string[] actions)
    {
        Rules.Check($"stream '{_name}'", NameRuleOfKcl(application));
        var table = Here.Arn("dynamodb", $"table/{application}");
        return
        [
            .. Reading(actions),
            new("KeepLeases", KinesisActions.LeaseTable, [table]),
            new("KeepWorkerState", KinesisActions.WorkerTables, [$"{table}-CoordinatorState", $"{table}-WorkerMetricStats"]),
            new("FindLeases", ["dynamodb:Query"], [$"{table}/index/*"]),
            SendMetrics(application),
        ];
    }

    // CloudWatch knows no resource for this action; its namespace is what can be limited.
    private static Statement SendMetrics(string metricsNamespace) => new("SendMetrics", ["cloudwatch:PutMetricData"], ["*"])
    {
        Conditions = [new("StringEquals", "cloudwatch:namespace", metricsNamespace)],
    };

    private IamPolicy Policy(string purpose, IEnumerable<Statement> statements) => new(this, $"{purpose}-policy", new IamPolicyConfig
    {
        NamePrefix = Names.Prefix($"{(Rules.IsToken(_name) ? _id : _name)}-{purpose}", 102),
        Description = $"Lets a {purpose} work with the Kinesis stream {_name}",
        Policy = new PolicyDocument(this, $"{purpose}-access", statements).Json,
    });

    private void Share(string sid, string[] actions, string[] principals)
    {
        Rules.Check($"stream '{_name}'",
        [
            (_stream is not null, "a stream must be shared where it is managed, since a policy replaces the one that is there; got one that is not managed here"),
            (_customerKey is not null, "a stream that is shared with another account must have a customer key, set Encryption to CustomerKey or GivenKey; got the AWS key"),
            .. PrincipalRules(principals),
        ]);
        (_sharing ??= new SharedAccess(this, Arn)).Allow(sid, actions, principals);
    }

    private static IEnumerable<(bool, string)> PrincipalRules(string[] principals) =>
    [
        (principals.Length > 0, "a stream must be shared with at least one principal, got none"),
        .. principals.Select(principal => (Rules.IsToken(principal) || DataStreamProps.IamArn().IsMatch(principal),
            $"a stream must be shared with principals by their ARN, such as arn:aws:iam::111122223333:role/reader, got '{principal}'")),
    ];

    private static (bool, string) NameRuleOfKcl(string application) => (Rules.IsToken(application) || DataStreamProps.TableName().IsMatch(application),
        $"a KCL application's name must be 3 to 237 of a-z, A-Z, 0-9, '_', '.' and '-', got '{application}'");
}
