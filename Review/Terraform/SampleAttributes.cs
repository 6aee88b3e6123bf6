using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>Invents what AWS would answer for the resources of a synthesized stack: ARNs, ids and names that look like theirs.</summary>
internal static class SampleAttributes
{
    public const string Account = "111122223333";

    public const string Region = "us-east-1";

    /// <returns>References, such as <c>aws_kinesis_stream.clicks.arn</c>, and the templates that they stand for.</returns>
    public static IReadOnlyDictionary<string, string> Of(JsonNode stack, string account = Account, string region = Region)
    {
        var values = new Dictionary<string, string>();
        foreach (var (type, id, body) in Blocks(stack["resource"]))
            Add($"{type}.{id}", Resource(type, id, $"{type}.{id}", account, region), body);
        foreach (var (local, map) in stack["locals"]?.AsObject() ?? [])
            foreach (var (key, value) in map as JsonObject ?? [])
                values[$"local.{local}[\"{key}\"]"] = (string)value!;
        foreach (var (type, id, body) in Blocks(stack["data"]))
            Add($"data.{type}.{id}", Data(type, $"data.{type}.{id}", account, region), body);
        return values;

        void Add(string self, Dictionary<string, string> invented, JsonObject body)
        {
            foreach (var (attribute, value) in invented)
                values[$"{self}.{attribute}"] = value;
            foreach (var (attribute, value) in body.Where(property => property.Value is JsonValue))
                values[$"{self}.{attribute}"] = value!.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();
        }
    }

    internal static IEnumerable<(string Type, string Id, JsonObject Body)> Blocks(JsonNode? kind) =>
        from type in kind?.AsObject() ?? []
        from block in type.Value!.AsObject()
        select (type.Key, block.Key, block.Value!.AsObject());

    private static Dictionary<string, string> Resource(string type, string id, string self, string account, string region)
    {
        var name = Its("name");
        var uuid = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(self)).AsSpan(0, 16)).ToString();
        return type switch
        {
            "aws_cloudwatch_dashboard" => Named(Its("dashboard_name"), Arn("cloudwatch", $"dashboard/{Its("dashboard_name")}", inRegion: ""), "dashboard_name"),
            "aws_cloudwatch_log_group" => Named(name, Arn("logs", $"log-group:{name}")),
            "aws_cloudwatch_metric_alarm" => Named(Its("alarm_name"), Arn("cloudwatch", $"alarm:{Its("alarm_name")}"), "alarm_name"),
            "aws_cloudwatch_log_stream" => Named(name, Arn("logs", $"log-group:{Its("log_group_name")}:log-stream:{name}")),
            "aws_dynamodb_table" => Named(name, Arn("dynamodb", $"table/{name}")),
            "aws_glue_catalog_database" => With(Named($"{account}:{name}", Arn("glue", $"database/{name}")), ("catalog_id", account)),
            "aws_glue_catalog_table" => With(
                Named($"{account}:{Its("database_name")}:{name}", Arn("glue", $"table/{Its("database_name")}/{name}")),
                ("catalog_id", account)),
            "aws_iam_policy" => With(Named(Its("arn"), Arn("iam", $"policy{Its("path")}{name}", inRegion: "")), ("path", "/")),
            "aws_iam_role" => With(Named(name, Arn("iam", $"role{Its("path")}{name}", inRegion: "")), ("path", "/")),
            "aws_iot_policy" => Named(name, Arn("iot", $"policy/{name}")),
            "aws_iot_topic_rule" => Named(name, Arn("iot", $"rule/{name}")),
            "aws_kinesis_firehose_delivery_stream" => Named(Its("arn"), Arn("firehose", $"deliverystream/{name}")),
            "aws_kinesis_stream" => Named(Its("arn"), Arn("kinesis", $"stream/{name}")),
            "aws_kinesis_stream_consumer" => Named(Its("arn"), $"{Its("stream_arn")}/consumer/{name}:1700000000"),
            "aws_kinesisanalyticsv2_application" => Named(Its("arn"), Arn("kinesisanalytics", $"application/{name}")),
            "aws_kms_key" => With(Named(uuid, Arn("kms", $"key/{uuid}")), ("key_id", uuid)),
            "aws_lambda_function" => With(
                Named(Its("function_name"), Arn("lambda", $"function:{Its("function_name")}"), "function_name"),
                ("version", "1"),
                ("qualified_arn", $"{Its("arn")}:1")),
            "aws_lambda_event_source_mapping" => new() { ["id"] = uuid, ["uuid"] = uuid, ["arn"] = Arn("lambda", $"event-source-mapping:{uuid}") },
            "aws_internet_gateway" => Numbered("igw", "internet-gateway"),
            "aws_opensearch_domain" => With(
                Named(Its("arn"), Arn("es", $"domain/{Its("domain_name")}"), "domain_name"),
                ("endpoint", $"vpc-{Its("domain_name")}.{region}.es.amazonaws.com")),
            "aws_redshiftserverless_namespace" => With(
                Named(Its("namespace_name"), Arn("redshift-serverless", $"namespace/{uuid}"), "namespace_name"),
                ("namespace_id", uuid),
                ("admin_password_secret_arn", Arn("secretsmanager", $"secret:redshift!{Its("namespace_name")}-{Its("admin_username")}-{uuid[..6]}"))),
            "aws_redshiftserverless_workgroup" => With(
                Named(Its("workgroup_name"), Arn("redshift-serverless", $"workgroup/{uuid}"), "workgroup_name"),
                ("endpoint[0].address", $"{Its("workgroup_name")}.{account}.{region}.redshift-serverless.amazonaws.com")),
            "aws_route_table" => Numbered("rtb", "route-table"),
            "aws_s3_bucket" => Named(Its("bucket"), $"arn:aws:s3:::{Its("bucket")}", "bucket"),
            "aws_scheduler_schedule" => Named($"default/{name}", Arn("scheduler", $"schedule/default/{name}")),
            "aws_s3_object" => new() { ["id"] = Its("key"), ["arn"] = $"arn:aws:s3:::{Its("bucket")}/{Its("key")}", ["version_id"] = uuid[..8] },
            "aws_secretsmanager_secret" => Named(Its("arn"), Arn("secretsmanager", $"secret:{name}-{uuid[..6]}")),
            "aws_security_group" => Numbered("sg", "security-group"),
            "aws_sfn_state_machine" => Named(Its("arn"), Arn("states", $"stateMachine:{name}")),
            "aws_sns_topic" => Named(Its("arn"), Arn("sns", name)),
            "aws_sns_topic_subscription" => Named(Its("arn"), $"{Its("topic_arn")}:{uuid}"),
            "aws_sqs_queue" => With(
                Named(Its("url"), Arn("sqs", name)),
                ("url", $"https://sqs.{region}.amazonaws.com/{account}/{name}")),
            "aws_subnet" => Numbered("subnet", "subnet"),
            "aws_vpc" => Numbered("vpc", "vpc"),
            "aws_vpc_endpoint" => With(Numbered("vpce", "vpc-endpoint"), ("prefix_list_id", $"pl-{uuid[..8]}")),
            _ => [],
        };

        string Its(string attribute) => $"${{{self}.{attribute}}}";

        string Arn(string service, string resource, string? inRegion = null) => $"arn:aws:{service}:{inRegion ?? region}:{account}:{resource}";

        Dictionary<string, string> Numbered(string prefix, string kind) =>
            new() { ["id"] = $"{prefix}-{uuid[..8]}", ["arn"] = Arn("ec2", $"{kind}/{prefix}-{uuid[..8]}") };

        Dictionary<string, string> Named(string terraformId, string arn, string nameAttribute = "name") =>
            new() { ["id"] = terraformId, ["arn"] = arn, [nameAttribute] = id };
    }

    private static Dictionary<string, string> Data(string type, string self, string account, string region) => type switch
    {
        "aws_caller_identity" => new() { ["account_id"] = account, ["id"] = account },
        "aws_iam_policy_document" => new() { ["json"] = $"$${{{self}.json}}", ["minified_json"] = $"$${{{self}.json}}" },
        "aws_partition" => new() { ["partition"] = "aws", ["dns_suffix"] = "amazonaws.com", ["id"] = "aws" },
        "aws_region" => new() { ["name"] = region, ["region"] = region, ["id"] = region },
        _ => [],
    };

    private static Dictionary<string, string> With(Dictionary<string, string> attributes, params (string Name, string Value)[] others)
    {
        foreach (var (name, value) in others)
            attributes[name] = value;
        return attributes;
    }
}
