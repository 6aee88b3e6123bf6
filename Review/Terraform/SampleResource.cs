using System.Security.Cryptography;
using System.Text;

namespace Nautilus.Review.Terraform;

/// <summary>
/// Sample attributes of one resource. The forms of the ARNs are those of AWS's Service Authorization Reference; the ids are those of the
/// provider's documents, https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs.
/// </summary>
internal sealed class SampleResource(Resource resource, string account, string region)
{
    private readonly string _uuid = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(resource.Address)).AsSpan(0, 16)).ToString();

    /// <summary>The attributes, by their names; none where the type is not known here.</summary>
    public IReadOnlyDictionary<string, string> Attributes => resource.Type switch
    {
        "aws_cloudwatch_dashboard" => Named(
            Own("dashboard_name"), Arn("cloudwatch", $"dashboard/{Own("dashboard_name")}", inRegion: ""), "dashboard_name"),
        "aws_cloudwatch_log_group" => Named(Name, Arn("logs", $"log-group:{Name}")),
        "aws_cloudwatch_metric_alarm" => Named(Own("alarm_name"), Arn("cloudwatch", $"alarm:{Own("alarm_name")}"), "alarm_name"),
        "aws_cloudwatch_log_stream" => Named(Name, Arn("logs", $"log-group:{Own("log_group_name")}:log-stream:{Name}")),
        "aws_dynamodb_table" => Named(Name, Arn("dynamodb", $"table/{Name}")),
        "aws_glue_catalog_database" => With(Named($"{account}:{Name}", Arn("glue", $"database/{Name}")), ("catalog_id", account)),
        "aws_glue_catalog_table" => With(
            Named($"{account}:{Own("database_name")}:{Name}", Arn("glue", $"table/{Own("database_name")}/{Name}")),
            ("catalog_id", account)),
        "aws_iam_policy" => With(Named(Own("arn"), Arn("iam", $"policy{Own("path")}{Name}", inRegion: "")), ("path", "/")),
        "aws_iam_role" => With(Named(Name, Arn("iam", $"role{Own("path")}{Name}", inRegion: "")), ("path", "/")),
        "aws_iot_policy" => Named(Name, Arn("iot", $"policy/{Name}")),
        "aws_iot_topic_rule" => Named(Name, Arn("iot", $"rule/{Name}")),
        "aws_kinesis_firehose_delivery_stream" => Named(Own("arn"), Arn("firehose", $"deliverystream/{Name}")),
        "aws_kinesis_stream" => Named(Own("arn"), Arn("kinesis", $"stream/{Name}")),
        "aws_kinesis_stream_consumer" => Named(Own("arn"), $"{Own("stream_arn")}/consumer/{Name}:1700000000"),
        "aws_kinesisanalyticsv2_application" => Named(Own("arn"), Arn("kinesisanalytics", $"application/{Name}")),
        "aws_kms_key" => With(Named(_uuid, Arn("kms", $"key/{_uuid}")), ("key_id", _uuid)),
        "aws_lambda_function" => With(
            Named(Own("function_name"), Arn("lambda", $"function:{Own("function_name")}"), "function_name"),
            ("version", "1"),
            ("qualified_arn", $"{Own("arn")}:1")),
        "aws_lambda_event_source_mapping" => With([],
            ("id", _uuid), ("uuid", _uuid), ("arn", Arn("lambda", $"event-source-mapping:{_uuid}"))),
        "aws_internet_gateway" => Numbered("igw", "internet-gateway"),
        "aws_opensearch_domain" => With(
            Named(Own("arn"), Arn("es", $"domain/{Own("domain_name")}"), "domain_name"),
            ("endpoint", $"vpc-{Own("domain_name")}.{region}.es.amazonaws.com")),
        "aws_redshiftserverless_namespace" => With(
            Named(Own("namespace_name"), Arn("redshift-serverless", $"namespace/{_uuid}"), "namespace_name"),
            ("namespace_id", _uuid),
            ("admin_password_secret_arn",
                Arn("secretsmanager", $"secret:redshift!{Own("namespace_name")}-{Own("admin_username")}-{_uuid[..6]}"))),
        "aws_redshiftserverless_workgroup" => With(
            Named(Own("workgroup_name"), Arn("redshift-serverless", $"workgroup/{_uuid}"), "workgroup_name"),
            ("endpoint[0].address", $"{Own("workgroup_name")}.{account}.{region}.redshift-serverless.amazonaws.com")),
        "aws_route_table" => Numbered("rtb", "route-table"),
        "aws_s3_bucket" => Named(Own("bucket"), $"arn:aws:s3:::{Own("bucket")}", "bucket"),
        "aws_scheduler_schedule" => Named($"default/{Name}", Arn("scheduler", $"schedule/default/{Name}")),
        "aws_s3_object" => With([],
            ("id", Own("key")), ("arn", $"arn:aws:s3:::{Own("bucket")}/{Own("key")}"), ("version_id", _uuid[..8])),
        "aws_secretsmanager_secret" => Named(Own("arn"), Arn("secretsmanager", $"secret:{Name}-{_uuid[..6]}")),
        "aws_security_group" => Numbered("sg", "security-group"),
        "aws_sfn_state_machine" => Named(Own("arn"), Arn("states", $"stateMachine:{Name}")),
        "aws_sns_topic" => Named(Own("arn"), Arn("sns", Name)),
        "aws_sns_topic_subscription" => Named(Own("arn"), $"{Own("topic_arn")}:{_uuid}"),
        "aws_sqs_queue" => With(
            Named(Own("url"), Arn("sqs", Name)),
            ("url", $"https://sqs.{region}.amazonaws.com/{account}/{Name}")),
        "aws_subnet" => Numbered("subnet", "subnet"),
        "aws_vpc" => Numbered("vpc", "vpc"),
        "aws_vpc_endpoint" => With(Numbered("vpce", "vpc-endpoint"), ("prefix_list_id", $"pl-{_uuid[..8]}")),
        _ => With([]),
    };

    private string Name => Own("name");

    // Another attribute of the same resource: set in the stack, or a sample.
    private string Own(string attribute) => resource.ReferenceTo(attribute);

    private string Arn(string service, string of, string? inRegion = null) => $"arn:aws:{service}:{inRegion ?? region}:{account}:{of}";

    // EC2 numbers its resources.
    private Dictionary<string, string> Numbered(string prefix, string kind) =>
        With([], ("id", $"{prefix}-{_uuid[..8]}"), ("arn", Arn("ec2", $"{kind}/{prefix}-{_uuid[..8]}")));

    private Dictionary<string, string> Named(string id, string arn, string nameAttribute = "name") =>
        With([], ("id", id), ("arn", arn), (nameAttribute, resource.Name));

    private static Dictionary<string, string> With(Dictionary<string, string> attributes, params (string Name, string Value)[] others)
    {
        foreach (var (name, value) in others)
            attributes[name] = value;
        return attributes;
    }
}
