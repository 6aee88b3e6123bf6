using Nautilus.Review.Policies;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>IoT topic rules and device policies. Scanners check little of them, so most of these rules are our own.</summary>
internal static partial class IotRules
{
    private const string Kinesis = """{ "role_arn": "${aws_iam_role.rule.arn}", "stream_name": "readings" }""";

    private static readonly string[] TopicRules = ["aws_iot_topic_rule"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["nautilus-iot-error-action"], TopicRules)
        {
            Condition = "error_action must have a destination for the messages that an action fails on",
            Offences = rule => rule.Attributes["error_action"].Blocks().Any(action => action.Count > 0)
                ? []
                : [new(rule["error_action"], "error_action")],
            Violated = ["{}", """{ "error_action": [] }""", """{ "error_action": {} }"""],
            Satisfied = ["""{ "error_action": { "sqs": { "queue_url": "${aws_sqs_queue.failed.url}" } } }"""],
        },
        new(["nautilus-iot-partition-key"], TopicRules)
        {
            Condition = "partition_key must have a substitution template, so that it differs from message to message",
            Offences = rule => from kinesis in KinesisActions(rule)
                               let key = kinesis["partition_key"].Text()
                               where !Template().IsMatch(key ?? "")
                               select new Finding(key, "partition_key"),
            Violated =
            [
                $$"""{ "kinesis": {{Kinesis}} }""",
                Keyed("device"),
                Keyed("${aws_kinesis_stream.readings.name}"),
                $$"""{ "error_action": { "kinesis": {{Kinesis}} } }""",
            ],
            Satisfied =
            [
                Keyed("$${topic(2)}"),
                Keyed("plant-$${newuuid()}"),
                """{ "sns": { "target_arn": "${aws_sns_topic.alarms.arn}" } }""",
            ],
        },
        new(["nautilus-iot-sql-version"], TopicRules)
        {
            Condition = "sql_version must be 2016-03-23: beta may change, and 2015-10-08 has fewer features",
            Offences = rule => rule.Unless("sql_version", version => version == "2016-03-23"),
            Violated = ["{}", """{ "sql_version": "beta" }"""],
            Satisfied = ["""{ "sql_version": "2016-03-23" }"""],
        },
        new(["nautilus-iot-no-wildcard-action"], PolicyCarriers.Devices)
        {
            Condition = "no statement may have a wildcard in its actions",
            Offences = policy => policy.ActionsThat(StatementFindings.HasWildcard),
            Violated = [DevicePolicy("iot:*"), DevicePolicy("iot:Pub*"), DevicePolicy("*")],
            Satisfied = [DevicePolicy("iot:Publish")],
        },
        new(["nautilus-iot-no-wildcard-resource"], PolicyCarriers.Devices)
        {
            Condition = "no statement may have a wildcard in its resources",
            Offences = policy => policy.ResourcesThat(StatementFindings.HasWildcard),
            Violated = [DevicePolicy("iot:Publish", "*"), DevicePolicy("iot:Publish", Topic("plants/&{iot:Connection.Thing.ThingName}/*"))],
            Satisfied = [DevicePolicy("iot:Publish")],
        },
        new(["nautilus-iot-own-topics"], PolicyCarriers.Devices)
        {
            Condition = "every resource must name the device by iot:Connection.Thing.ThingName",
            Offences = policy => policy.ResourcesThat(resource => !ThingName().IsMatch(resource)),
            Violated =
            [
                DevicePolicy("iot:Publish", Topic("plants/readings")),
                DevicePolicy("iot:Subscribe", "arn:aws:iot:us-east-1:111122223333:topicfilter/plants/+/commands"),
                DevicePolicy("iot:Connect", "arn:aws:iot:us-east-1:111122223333:client/&{iot:ClientId}"),
            ],
            Satisfied =
            [
                DevicePolicy("iot:Publish"),
                DevicePolicy("iot:Publish", Topic("plants/$${iot:Connection.Thing.ThingName}/readings")),
            ],
        },
        new(["IoT.6"], PolicyCarriers.Devices)
        {
            Condition = "a device policy must have a tag, of its own or of the provider",
            Offences = policy => policy.UnlessTagged(),
            Violated = ["{}", """{ "tags": {} }"""],
            Satisfied = ["""{ "tags": { "Owner": "iot" } }"""],
        },
    ];

    private static IEnumerable<JsonObject> KinesisActions(Resource rule) =>
        from actions in rule.Attributes["error_action"].Blocks().Append(rule.Attributes)
        from kinesis in actions["kinesis"].Blocks()
        select kinesis;

    private static string Keyed(string key) => $$"""{ "kinesis": { "stream_name": "readings", "partition_key": "{{key}}" } }""";

    private static string Topic(string name) => $"arn:aws:iot:us-east-1:111122223333:topic/{name}";

    private static string DevicePolicy(string action, string? resource = null) =>
        Sample.Allowing(action, resource ?? Topic("plants/&{iot:Connection.Thing.ThingName}/readings"), type: "aws_iot_policy");

    // Terraform's JSON doubles the $ of a template that is not Terraform's.
    [GeneratedRegex(@"\$\$\{[^}]+\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"(&|\$\$)\{iot:Connection\.Thing\.ThingName\}")]
    private static partial Regex ThingName();
}
