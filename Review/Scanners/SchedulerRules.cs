namespace Nautilus.Review.Scanners;

/// <summary>Schedules of EventBridge Scheduler.</summary>
internal static class SchedulerRules
{
    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_297", "eventbridge_scheduler_schedule_encrypted_with_kms_cmk"], ["aws_scheduler_schedule"])
        {
            Condition = "kms_key_arn must name a key",
            Offences = schedule => schedule.UnlessSet("kms_key_arn"),
            Violated = ["{}", """{ "kms_key_arn": "" }"""],
            Satisfied = ["""{ "kms_key_arn": "${aws_kms_key.key.arn}" }"""],
        },
    ];
}
