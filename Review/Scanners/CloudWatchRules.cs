namespace Nautilus.Review.Scanners;

/// <summary>Actions of alarms, and retention and encryption of logs.</summary>
internal static class CloudWatchRules
{
    private static readonly string[] Alarms = ["aws_cloudwatch_metric_alarm"];
    private static readonly string[] LogGroups = ["aws_cloudwatch_log_group"];

    // AWS accepts more: 1096, 2192 to 3288, and 0 for no limit.
    private static readonly string[] DaysThatKicsKnows =
        ["1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1827", "3653"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_319", "CloudWatch.17", "CT.CLOUDWATCH.PR.4"], Alarms)
        {
            Condition = "actions_enabled must not be false",
            Offences = alarm => alarm.Unless("actions_enabled", enabled => enabled is null or "true"),
            Violated = ["""{ "actions_enabled": false }"""],
            Satisfied = ["{}", """{ "actions_enabled": true }"""],
        },
        new(["CloudWatchAlarmAction", "CloudWatch.15", "CT.CLOUDWATCH.PR.1"], Alarms)
        {
            Condition = "alarm_actions must have an action",
            Offences = alarm => alarm.List("alarm_actions").Any(action => action.Length > 0)
                ? []
                : [new(alarm["alarm_actions"], "alarm_actions")],
            Violated =
            [
                "{}",
                """{ "alarm_actions": [] }""",
                """{ "alarm_actions": [""] }""",
                """{ "ok_actions": ["${aws_sns_topic.alarms.arn}"] }""",
            ],
            Satisfied = ["""{ "alarm_actions": ["${aws_sns_topic.alarms.arn}"] }"""],
        },
        new(["CKV_AWS_66", "AC_AWS_0452", "AC_AWS_0041", "CloudWatchLogGroupRetentionPeriod"], LogGroups)
        {
            Condition = "retention_in_days must be set",
            Offences = logs => logs.UnlessSet("retention_in_days"),
            Violated = ["{}"],
            Satisfied = ["""{ "retention_in_days": 365 }"""],
        },
        new(["KICS ef0b316a"], LogGroups)
        {
            Condition = $"retention_in_days must be one of {string.Join(", ", DaysThatKicsKnows)}",
            Offences = logs => logs.Unless("retention_in_days", days => DaysThatKicsKnows.Contains(days)),
            Violated = ["{}", """{ "retention_in_days": 0 }""", """{ "retention_in_days": 1096 }"""],
            Satisfied = ["""{ "retention_in_days": 1 }""", """{ "retention_in_days": 3653 }"""],
        },
        new(["CKV_AWS_338", "CloudWatch.16", "CT.CLOUDWATCH.PR.2"], LogGroups)
        {
            Condition = "retention_in_days must be 365 or more, or 0 for no limit",
            Offences = logs => logs.Unless("retention_in_days", days => int.TryParse(days, out var kept) && (kept == 0 || kept >= 365)),
            Violated = ["{}", """{ "retention_in_days": 180 }"""],
            Satisfied = ["""{ "retention_in_days": 365 }""", """{ "retention_in_days": 0 }"""],
        },
        new(["CKV_AWS_158", "AWS-0017", "KICS 0afbcfe9", "AC_AWS_0451", "CT.CLOUDWATCH.PR.3", "CloudWatchLogGroupEncrypted"], LogGroups)
        {
            Condition = "kms_key_id must name a key",
            Offences = logs => logs.UnlessSet("kms_key_id"),
            Violated = ["{}", """{ "kms_key_id": "" }"""],
            Satisfied = ["""{ "kms_key_id": "${aws_kms_key.key.arn}" }"""],
        },
    ];
}
