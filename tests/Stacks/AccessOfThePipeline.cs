using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Tests.Stacks;

/// <summary>The access in the streaming ETL with a copy of the lake and with Flink, and the ARNs of its resources.</summary>
internal static class AccessOfThePipeline
{
    public const string Account = SampleAttributes.Account;
    public const string OtherAccount = "999988887777";
    public const string Here = $"us-east-1:{Account}";
    public const string StreamArn = $"arn:aws:kinesis:{Here}:stream/streaming-etl";
    public const string Domain = $"arn:aws:es:{Here}:domain/streaming-etl";
    public const string FunctionArn = $"arn:aws:lambda:{Here}:function:streaming-etl";
    public const string Deliveries = $"arn:aws:firehose:{Here}:deliverystream/streaming-etl";
    public const string Catalog = $"arn:aws:glue:{Here}";
    public const string Interface = $"arn:aws:ec2:{Here}:network-interface/eni-0123";
    public const string Copies = "arn:aws:s3:::lake-backup";
    public const string CopiesKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    public static readonly string Synthesized =
        EverythingOfAPipeline.Synthesize(EverythingOfAPipeline.Props with { SearchAdministrators = [] });

    public static readonly Grants Access = Grants.Of(Synthesized);
    public static readonly JsonNode Declared = JsonNode.Parse(Synthesized)!["resource"]!;

    public static readonly string Key = Arn("aws_kms_key", "key");
    public static readonly string Lake = Arn("aws_s3_bucket", "lake");
    public static readonly string Failures = Arn("aws_s3_bucket", "failures");
    public static readonly string Staging = Arn("aws_s3_bucket", "staging");
    public static readonly string Code = Arn("aws_s3_bucket", "code");
    public static readonly string AccessLogs = Arn("aws_s3_bucket", "access-logs");
    public static readonly string Aggregator = Arn("aws_kinesis_stream_consumer", "stream_consumer-aggregate");
    public static readonly string FlinkConsumer = Arn("aws_kinesis_stream_consumer", "stream_consumer-flink");
    public static readonly string Workflow = Arn("aws_sfn_state_machine", "stream_scaling");
    public static readonly string Network = Arn("aws_vpc", "network");
    public static readonly string Jar = All("aws_s3_object", "flink").Single();
    public static readonly string FlinkLog = Arn("aws_cloudwatch_log_stream", "flink_log-stream");
    public static readonly string Secret = Access.Expressions.Resolve(
        $"${{aws_redshiftserverless_namespace.{Id("aws_redshiftserverless_namespace", "warehouse")}.admin_password_secret_arn}}");

    /// <summary>The resources that the search domain puts network interfaces into.</summary>
    public static readonly string[] Clients = [Arn("aws_security_group", "network_clients"), .. All("aws_subnet", "network_private")];

    /// <summary>The policy of an administrator.</summary>
    public static PolicyDocument Everything => PolicyDocument.Parse("""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }
        """);

    /// <summary>The context of a service that uses a key for one of its resources.</summary>
    /// <param name="service">The service, such as <c>s3</c>.</param>
    /// <param name="name">The key of the encryption context.</param>
    /// <param name="value">The value of the encryption context: the ARN of the resource.</param>
    /// <param name="region">The region of the service.</param>
    public static Context Through(string service, string name, string value, string region = "us-east-1") =>
        new() { ["kms:ViaService"] = $"{service}.{region}.amazonaws.com", [$"kms:EncryptionContext:{name}"] = value };

    public static string Log(string group) => $"arn:aws:logs:{Here}:log-group:{group}";

    /// <summary>The id of the one role whose id begins so.</summary>
    public static string Role(string begins) =>
        Access.Roles.Single(role => role.StartsWith($"{begins}_", StringComparison.Ordinal));

    /// <summary>The ARN of the one resource of this type whose id begins so.</summary>
    public static string Arn(string type, string begins) => Access.ArnOf($"{type}.{Id(type, begins)}");

    /// <summary>The ARNs of all resources of this type whose ids begin so.</summary>
    public static string[] All(string type, string begins) =>
    [
        .. from id in Ids(type)
           where id.StartsWith(begins, StringComparison.Ordinal)
           select Access.ArnOf($"{type}.{id}"),
    ];

    /// <summary>The policy of the one resource of this type whose id begins so.</summary>
    public static PolicyDocument PolicyIn(string type, string begins) => Access.PolicyIn(type, Id(type, begins));

    private static string Id(string type, string begins) =>
        Ids(type).Single(id => id == begins || id.StartsWith($"{begins}_", StringComparison.Ordinal));

    private static IEnumerable<string> Ids(string type) => Declared[type]!.AsObject().Select(resource => resource.Key);
}
