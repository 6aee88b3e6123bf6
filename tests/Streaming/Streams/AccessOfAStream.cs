using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

/// <summary>
/// The access to a stream that has everything, and the questions about it: every action of Kinesis, KMS, DynamoDB, IAM, CloudWatch and
/// STS, on resources of the stack and of others.
/// </summary>
internal static class AccessOfAStream
{
    public const string OtherAccount = "999988887777";
    public const string StreamArn = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";

    /// <summary>The fan-out consumer that a KCL application registers itself.</summary>
    public const string OwnConsumer = $"{OwnConsumerByName}:1700000000";

    /// <summary>Kinesis asks for these when a consumer is described by its name.</summary>
    public const string OwnConsumerByName = $"{StreamArn}/consumer/clicks-counter";

    public const string ConsumerByName = $"{StreamArn}/consumer/analytics";

    /// <summary>The fan-out consumers that Flink and Databricks register themselves.</summary>
    public const string FlinkConsumer = $"{StreamArn}/consumer/clicks-orders";

    public const string DatabricksConsumer = $"{StreamArn}/consumer/databricks_query";

    /// <summary>The beginning of the tables of the KCL application.</summary>
    public const string Tables = "arn:aws:dynamodb:us-east-1:111122223333:table/clicks-counter";

    public static readonly string Synthesized = Testing.SynthScope(stack => EverythingOfAStream.In(stack));
    public static readonly Grants Access = Grants.Of(Synthesized);
    public static readonly string Consumer = Access.ArnOf($"aws_kinesis_stream_consumer.{IdOfConsumer()}");
    public static readonly string Key = Access.ArnOf("aws_kms_key.clicks_key_036FA1D7");

    /// <summary>Every action of the services.</summary>
    public static readonly string[] Universe =
        [.. new[] { "kinesis", "kms", "dynamodb", "iam", "cloudwatch", "sts" }.SelectMany(ActionTable.Current.ActionsOf)];

    private static readonly string[] Resources =
    [
        "*",
        StreamArn, Consumer, OwnConsumer, Key,
        OwnConsumerByName, ConsumerByName,
        FlinkConsumer, $"{FlinkConsumer}:1700000000", DatabricksConsumer, $"{DatabricksConsumer}:1700000000",
        Tables, $"{Tables}-CoordinatorState", $"{Tables}-WorkerMetricStats", $"{Tables}/index/LeaseOwner",
        "arn:aws:kinesis:us-east-1:111122223333:stream/clicks2",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
        $"arn:aws:kinesis:us-east-1:{OtherAccount}:stream/clicks",
        $"{StreamArn}/consumer/another:1700000000",
        "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000",
        $"arn:aws:kms:us-east-1:{OtherAccount}:key/{Key.Split('/')[1]}",
        "arn:aws:dynamodb:us-east-1:111122223333:table/orders",
        "arn:aws:iam::111122223333:role/admin",
    ];

    /// <summary>Every action on every resource. An action that knows no resource is asked for on none.</summary>
    public static readonly (string Action, string Resource)[] Questions =
    [
        .. from action in Universe
           from resource in Resources
           where resource == "*" || action != "cloudwatch:PutMetricData"
           select (action, resource),
    ];

    /// <summary>The policy of an administrator.</summary>
    public static PolicyDocument Everything => PolicyDocument.Parse("""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }
        """);

    /// <summary>A request for the records of this stream, over TLS.</summary>
    public static Context ThroughKinesis => new()
    {
        ["aws:SecureTransport"] = "true",
        ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com",
        ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn,
    };

    public static Decision Decide(string role, string action, string resource, Context context) => Decide(
        new() { Action = action, Resource = resource, Principal = Access.ArnOf($"aws_iam_role.{role}"), Context = context },
        [.. Access.PoliciesOf(role)]);

    public static Decision Decide(Request request, params PolicyDocument[] policies) => Evaluator.Decide(
        request,
        policies,
        Access.ResourcePoliciesOf(request.Resource),
        resourcePolicyIsAuthoritative: request.Resource.Contains(":key/", StringComparison.Ordinal));

    private static string IdOfConsumer() =>
        JsonNode.Parse(Synthesized)!["resource"]!["aws_kinesis_stream_consumer"]!.AsObject().Single().Key;
}
