using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>
/// Delivery streams. One that reads from a stream leaves encryption to that: the provider accepts no server_side_encryption then.
/// </summary>
internal static class FirehoseRules
{
    private const string OfStream = """{ "kinesis_source_configuration": { "kinesis_stream_arn": "${aws_kinesis_stream.clicks.arn}" } }""";
    private const string AwsKey = """{ "server_side_encryption": { "enabled": true } }""";
    private const string Off = """{ "server_side_encryption": { "enabled": false } }""";
    private const string OwnKey = """
        { "server_side_encryption": { "enabled": true, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": "${aws_kms_key.key.arn}" } }
        """;

    private const string NoKey = """{ "server_side_encryption": { "enabled": true, "key_type": "CUSTOMER_MANAGED_CMK" } }""";

    private static readonly string[] Streams = ["aws_kinesis_firehose_delivery_stream"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_240", "DataFirehose.1"], Streams)
        {
            Condition = "server_side_encryption must be enabled, unless the source is a stream",
            Offences = delivery => ReadsStream(delivery) ? [] : Unencrypted(delivery),
            Violated = ["{}", Off],
            Satisfied = [AwsKey, OfStream],
        },
        new(["CKV_AWS_241"], Streams)
        {
            Condition = "server_side_encryption must use a customer managed key, unless the source is a stream",
            Offences = delivery => ReadsStream(delivery) ? [] :
            [
                .. Keyless(delivery),
                .. delivery.Unless("server_side_encryption.key_type", type => type == "CUSTOMER_MANAGED_CMK"),
            ],
            Violated = ["{}", AwsKey, NoKey],
            Satisfied = [OwnKey, OfStream],
        },
        new(["KICS 5c6dd5e7-1fe0-4cae-8f81-4c122717cef3"], Streams)
        {
            Condition = "the source must be a stream, or server_side_encryption must have a key_type, and the key_arn of a customer key",
            Offences = delivery => delivery["kinesis_source_configuration.kinesis_stream_arn"]?.Length > 0 ? [] :
            [
                .. Unencrypted(delivery),
                .. delivery["server_side_encryption.key_type"] == "AWS_OWNED_CMK" ? [] : Keyless(delivery),
            ],
            Violated = ["{}", Off, AwsKey, NoKey, """{ "kinesis_source_configuration": { "role_arn": "${aws_iam_role.delivery.arn}" } }"""],
            Satisfied = [OwnKey, OfStream, """{ "server_side_encryption": { "enabled": true, "key_type": "AWS_OWNED_CMK" } }"""],
        },
        new(["AC_AWS_0156", "AwsSolutions-KDF1"], Streams)
        {
            Condition = "server_side_encryption must be enabled",
            Offences = Unencrypted,
            Violated = ["{}", Off, OfStream],
            Satisfied = [AwsKey, OwnKey],
        },
    ];

    private static bool ReadsStream(Resource delivery) => delivery["kinesis_source_configuration"] is not null;

    private static IEnumerable<Finding> Unencrypted(Resource delivery) => delivery.UnlessTrue("server_side_encryption.enabled");

    private static IEnumerable<Finding> Keyless(Resource delivery) => delivery.UnlessSet("server_side_encryption.key_arn");
}
