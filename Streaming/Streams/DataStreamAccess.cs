using HashiCorp.Cdktf.Providers.Aws.IamPolicy;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Streams;

public sealed partial class DataStream
{
    private IamPolicy? _producerPolicy;
    private IamPolicy? _consumerPolicy;
    private SharedAccess? _sharing;

    /// <summary>The ARN of a managed policy that allows to put records, and nothing else.</summary>
    public string ProducerPolicy => (_producerPolicy ??= Policy("producer", Statements.Put(KinesisActions.Put))).Arn;

    /// <summary>The ARN of a managed policy that allows to poll records, and nothing else.</summary>
    public string ConsumerPolicy => (_consumerPolicy ??= Policy("consumer", Statements.Read(KinesisActions.Poll))).Arn;

    internal StreamStatements Statements => new(this);

    /// <summary>For a producer that uses the AWS SDK.</summary>
    public void GrantPut(Role role) => role.Allow(Statements.Put(KinesisActions.Put));

    /// <summary>For a topic rule of AWS IoT.</summary>
    public void GrantToIotRule(Role role) => role.Allow(Statements.Put(KinesisActions.IotRule));

    /// <summary>For a producer that uses the Kinesis Producer Library, which also sends metrics in a namespace.</summary>
    public void GrantPutWithKpl(Role role, string metricsNamespace = "KinesisProducerLibrary") =>
        role.Allow(Statements.PutWithKpl(metricsNamespace));

    /// <summary>For a consumer that polls with the AWS SDK.</summary>
    public void GrantRead(Role role) => role.Allow(Statements.Read(KinesisActions.Poll));

    /// <summary>
    /// For an application of the Kinesis Client Library, 2 or 3, that polls. Its tables in DynamoDB and its metrics have the application's
    /// name. If the application subscribes to a consumer that is registered here, also call <see cref="FanOutConsumer.GrantRead"/>.
    /// </summary>
    public void GrantKcl(Role role, string application)
    {
        CheckKcl(application);
        role.Allow(Statements.Kcl(application));
    }

    /// <summary>
    /// For an application of the Kinesis Client Library that registers a fan-out consumer with its own name. The alarms of the stream count
    /// this consumer as a reader, like one of <see cref="AddConsumer"/>.
    /// </summary>
    public void GrantKclWithFanOut(Role role, string application)
    {
        CheckKcl(application, Rule.That(Tokens.IsToken(application) || application.Length <= 128,
            $"a KCL application with a fan-out consumer must have a name of 128 characters or less, got {application.Length}"));
        role.Allow(Statements.KclWithFanOut(application));
        Consumers.Add(application);
    }

    /// <summary>For a function that Lambda feeds from the stream.</summary>
    public void GrantToLambda(Role role) => role.Allow(Statements.Read(KinesisActions.Poll));

    /// <summary>For a Firehose that has the stream as its source.</summary>
    public void GrantToFirehose(Role role) => role.Allow(Statements.Read(KinesisActions.Firehose));

    /// <summary>
    /// For a Managed Flink application that has the stream as a source. For enhanced fan-out, also call <see
    /// cref="FanOutConsumer.GrantRead"/>.
    /// </summary>
    public void GrantToFlink(Role role) => role.Allow(Statements.Read(KinesisActions.Poll));

    /// <summary>
    /// For a Managed Flink application that registers its own consumers with enhanced fan-out, and removes them. The alarms of the stream
    /// count these consumers as readers, like one of <see cref="AddConsumer"/>.
    /// </summary>
    /// <param name="role">The role of the application.</param>
    /// <param name="consumers">The names that the application gives to its consumers.</param>
    public void GrantToFlinkWithFanOut(Role role, params string[] consumers)
    {
        Check.That($"stream '{PlainName}'",
        [
            Rule.That(consumers.Length > 0, "a Flink application with fan-out must name its consumers, got none"),
            .. Rule.AllMatch("the name of a consumer", consumers, AwsNames.StreamConsumer),
        ]);
        role.Allow(Statements.WithOwnFanOut(consumers));
        Consumers.UnionWith(consumers);
    }

    /// <summary>For Databricks, in its own account.</summary>
    public void GrantToDatabricks(CrossAccountRole role) => role.Allow(Statements.Read(KinesisActions.Poll));

    /// <summary>
    /// For Databricks, in its own account, with enhanced fan-out. Databricks registers a consumer for each query, with a name that begins
    /// with <c>databricks_</c>. Terraform does not know these consumers. It can destroy the stream only with
    /// <see cref="DataStreamProps.EnforceConsumerDeletion"/>.
    /// </summary>
    public void GrantToDatabricksWithFanOut(CrossAccountRole role) => role.Allow(Statements.WithOwnFanOut("databricks_*"));

    /// <summary>
    /// Lets principals of other accounts put records, over TLS only. An administrator of their account must allow it too.
    /// </summary>
    public void ShareForPutting(params string[] principals)
    {
        Share("PutRecords", [.. KinesisActions.Put, .. KinesisActions.LearnShards], principals);
        _ownKey?.Allow(Statements.UseKey("EncryptFromOtherAccounts", "kms:GenerateDataKey"), new("AWS", principals));
    }

    /// <summary>
    /// Lets principals of other accounts read records, over TLS only. An administrator of their account must allow it too.
    /// </summary>
    public void ShareForReading(params string[] principals) => ShareForReading("ReadRecords", KinesisActions.Poll, principals);

    internal void ShareForReading(string sid, string[] actions, string[] principals)
    {
        Share(sid, actions, principals);
        _ownKey?.Allow(Statements.UseKey("DecryptFromOtherAccounts", "kms:Decrypt"), new("AWS", principals));
    }

    private IamPolicy Policy(string purpose, IEnumerable<Statement> statements) => new(this, $"{purpose}-policy", new IamPolicyConfig
    {
        NamePrefix = Names.Prefix($"{(Tokens.IsToken(PlainName) ? _id : PlainName)}-{purpose}", 102),
        Description = $"Lets a {purpose} work with the Kinesis stream {PlainName}",
        Policy = new PolicyDocument(statements).Json,
    });

    private void Share(string sid, string[] actions, string[] principals)
    {
        Check.That($"stream '{PlainName}'",
        [
            Rule.That(Props is not null,
                "a stream must be shared by the stack that manages it, because a policy replaces the one before; "
                + "got a stream that another stack manages"),
            Rule.That(CustomerKey is not null,
                "a stream that is shared with another account must have a customer key, got the AWS key; "
                + "set Encryption to CustomerKey or GivenKey"),
            Rule.That(principals.Length > 0, "a stream must be shared with at least one principal, got none"),
            .. Rule.AllMatch("a principal that a stream is shared with", principals, AwsArns.Principal),
        ]);
        (_sharing ??= new SharedAccess(this, Arn)).Allow(sid, actions, principals);
    }

    private void CheckKcl(string application, params IEnumerable<Rule> more) =>
        Check.That($"stream '{PlainName}'", [Rule.Matches("a KCL application's name", application, AwsNames.KclApplication), .. more]);
}
