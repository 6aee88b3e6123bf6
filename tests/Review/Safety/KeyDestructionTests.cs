using System.Text.Json.Nodes;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

public sealed class KeyDestructionTests
{
    private const string Encrypted = """
        { "name": "clicks", "retention_period": 720, "encryption_type": "KMS", "kms_key_id": "${var.key}" }
        """;

    [Fact]
    public void A_key_that_is_gone_takes_the_records_under_it() =>
        Only(
            Stack(Resource("aws_kinesis_stream", "clicks", JsonNode.Parse(Encrypted)!)),
            Existing("aws_kms_key.own", JsonNode.Parse($$"""{ "key_id": "1234", "arn": "{{KeyArn}}", "deletion_window_in_days": 7 }""")!),
            Stream("aws_kinesis_stream.clicks", $$"""{ "retention_period": 720, "encryption_type": "KMS", "kms_key_id": "{{KeyArn}}" }"""))
            .ToString().Should().Be(Printed(
                "aws_kms_key.own",
                "KMS key 1234 is no longer in the configuration: unusable at once, deleted after 7 days",
                "It encrypts 'clicks': from then on, writes fail and records can't be read. " +
                    "The records are kept for 720 hours, longer than the 168 in which you can cancel the deletion.",
                "Put the key back. Give 'clicks' another key first, and keep this one for 720 hours after that, the longest retention.",
                "Then remove the key in a separate apply.",
                "If the key is already scheduled for deletion, run within 7 days: " +
                    "aws kms cancel-key-deletion --key-id 1234, then aws kms enable-key --key-id 1234"));

    [Fact]
    public void A_key_that_no_stream_uses_now_may_still_be_needed() =>
        Only(Stack("{}"), Existing("aws_kms_key.own", JsonNode.Parse("""{ "key_id": "1234" }""")!)).Why.Should().Be(
            "Data that the key encrypted can't be read from then on, including its records in streams that have another key now.");
}
