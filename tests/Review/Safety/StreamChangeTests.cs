using System.Text.Json.Nodes;
using Nautilus.Review.Safety;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

public sealed class StreamChangeTests
{
    private const string Provisioned = """ "stream_mode_details": { "stream_mode": "PROVISIONED" } """;
    private const string OnDemand = """ "stream_mode_details": { "stream_mode": "ON_DEMAND" } """;
    private const string IsOnDemand = """{ "shard_count": null, "stream_mode_details": [{ "stream_mode": "ON_DEMAND" }] }""";
    private const string UnderKey = $$"""{ "encryption_type": "KMS", "kms_key_id": "{{KeyArn}}" }""";

    private const string SwitchLimit =
        "Kinesis allows two switches of a stream's mode in 24 hours. " +
        "Check that there was none today: otherwise you can't switch back until tomorrow.";

    [Theory]
    [InlineData("{}", "{}", "the same")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": 8 }""", "double")]
    [InlineData("""{ "shard_count": 5 }""", """{ "shard_count": 3 }""", "a little over half")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": "${var.shards}" }""", "only Terraform knows the shards")]
    [InlineData(
        """{ "shard_count": 4 }""",
        """{ "shard_count": 20, "lifecycle": { "ignore_changes": ["shard_count"] } }""",
        "an autoscaler owns the shards")]
    [InlineData(
        """{ "shard_count": 4 }""",
        """{ "shard_count": 20, "retention_period": 24, "lifecycle": [{ "ignore_changes": "all" }] }""",
        "everything is ignored")]
    [InlineData("""{ "retention_period": 24 }""", """{ "retention_period": 48 }""", "longer retention")]
    [InlineData("{}", """{ "stream_mode_details": null }""", "leaving the mode out keeps it")]
    [InlineData("{}", """{ "name": "${var.name}" }""", "only Terraform knows the name")]
    [InlineData("{}", """{ "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis" }""", "encryption turned on")]
    [InlineData(UnderKey, """{ "encryption_type": "KMS", "kms_key_id": "1234" }""", "one key by two names")]
    [InlineData(
        """{ "encryption_type": "KMS", "kms_key_id": "1234" }""",
        """{ "encryption_type": "KMS", "kms_key_id": "${var.key}" }""",
        "only Terraform knows the key")]
    public void A_harmless_change_is_passed_over(string now, string then, string because) => Change(now, then).Should().BeEmpty(because);

    [Theory]
    [InlineData("aws_sfn_state_machine.clicks_scaling_9EEA5790", "arn:aws:states:::aws-sdk:kinesis:updateShardCount", 1)]
    [InlineData("aws_sfn_state_machine.orders_scaling_9EEA5790", "arn:aws:states:::aws-sdk:kinesis:updateShardCount", 0)]
    [InlineData("aws_sfn_state_machine.clicks_report_9EEA5790", "arn:aws:states:::aws-sdk:s3:putObject", 0)]
    public void Scaling_that_is_taken_away_sets_the_shards_of_the_beginning(string workflow, string call, int dangers)
    {
        var stack = Stack(Resource("aws_kinesis_stream", "clicks", JsonNode.Parse("""{ "name": "clicks", "shard_count": 4 }""")!));
        var state = State(
            Stream("aws_kinesis_stream.clicks", """{ "shard_count": 8, "retention_period": 24 }"""),
            Existing(workflow, new JsonObject { ["name"] = "clicks-scaling", ["definition"] = call }));

        var found = PlanSafety.Dangers(stack, state);

        found.Should().HaveCount(dangers);
        if (dangers > 0)
            found[0].What.Should().Be("stream 'clicks': its scaling is taken away, and Terraform sets 4 shards again, from 8 in the state");
    }

    [Fact]
    public void Many_more_shards_are_a_ladder() =>
        Printed(Change("""{ "shard_count": 4 }""", """{ "shard_count": 20 }""")).Should().Be(Printed(
            "aws_kinesis_stream.clicks",
            "stream 'clicks': 4 shards become 20, more than double",
            "Kinesis doubles or halves the shards at most, in one change. Terraform plans the larger change, and the apply fails.",
            "Go 4 -> 8 -> 16 -> 20, each in a separate apply.",
            "Set 8 shards, synth, deploy.",
            "Set 16 shards, synth, deploy.",
            "Set 20 shards, synth, deploy.",
            "This uses 3 of the 10 changes that Kinesis allows for a stream in 24 hours."));

    [Fact]
    public void Many_fewer_shards_are_a_ladder_too()
    {
        var danger = Change("""{ "shard_count": 20 }""", """{ "shard_count": 4 }""").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': 20 shards become 4, less than half");
        danger.Steps[0].Should().Be("Go 20 -> 10 -> 5 -> 4, each in a separate apply.");
    }

    [Fact]
    public void A_ladder_of_more_than_ten_steps_takes_more_than_a_day() =>
        Change("{}", """{ "shard_count": 10000 }""").Should().ContainSingle().Which.Steps[^1].Should().Be(
            "This needs 14 changes, and Kinesis allows 10 for a stream in 24 hours. " +
            "Stop at 1024 shards, and continue 24 hours after the first change.");

    [Fact]
    public void On_demand_is_a_switch() =>
        Printed(Change("""{ "shard_count": 2 }""", $$"""{ "shard_count": null, {{OnDemand}} }""")).Should().Be(Printed(
            "aws_kinesis_stream.clicks",
            "stream 'clicks': PROVISIONED becomes ON_DEMAND",
            "The price changes at once, from shards to bytes. " +
                "The way back is a switch too, and Kinesis allows two for a stream in 24 hours.",
            SwitchLimit,
            "Note the current 2 shards. After the way back, the stream has the shards that on-demand mode gave it, at least 4.",
            "Change nothing else in the same apply."));

    [Fact]
    public void The_way_back_to_shards_begins_with_those_that_are_open() =>
        Printed(Change(IsOnDemand, $$"""{ "shard_count": 2, {{Provisioned}} }""")).Should().Be(Printed(
            "aws_kinesis_stream.clicks",
            "stream 'clicks': ON_DEMAND becomes PROVISIONED with 2 shards",
            "The stream keeps the open shards that on-demand mode gave it, at least 4. " +
                "If the new number is beyond double or half of them, the apply fails after the switch.",
            SwitchLimit,
            "Find the number of open shards: aws kinesis describe-stream-summary --stream-name clicks " +
                "--query StreamDescriptionSummary.OpenShardCount",
            "Set the shards to that number, synth, deploy.",
            "Then go to 2 shards in later applies: each at most doubles or halves the number, and Kinesis allows 10 in 24 hours."));

    [Theory]
    [InlineData("""{ "retention_period": 24 }""")]
    [InlineData("""{ "retention_period": null }""")]
    public void A_shorter_retention_loses_records(string then) => Printed(Change("{}", then)).Should().Be(Printed(
        "aws_kinesis_stream.clicks",
        "stream 'clicks': retention of 48 hours becomes 24",
        "Kinesis deletes records older than 24 hours at once. Setting 48 hours again does not restore them.",
        "Check that no consumer lags more than 24 hours. Over the last day, the maximum of GetRecords.IteratorAgeMilliseconds " +
            "(StreamName=clicks), and of SubscribeToShardEvent.MillisBehindLatest for each fan-out consumer, must be well below 86400000.",
        "Copy the records of the 24 lost hours that you may want to replay: read the stream from TRIM_HORIZON.",
        "Set 24 hours at a time of little traffic, in a separate apply."));

    [Fact]
    public void A_new_name_is_a_new_stream() => Printed(Change("{}", """{ "name": "taps", "shard_count": 20 }""")).Should().Be(Printed(
        "aws_kinesis_stream.clicks",
        "stream 'clicks' is renamed to 'taps': destroyed, and created empty",
        "AWS can't rename a stream. All records of 'clicks', 48 hours of them, are lost.",
        "Keep the name 'clicks' unless you need another one.",
        "Otherwise add a second stream 'taps' with a separate id, and deploy.",
        "Move the producers to 'taps'.",
        "Let the consumers drain 'clicks', until its IncomingRecords and GetRecords.IteratorAgeMilliseconds stay 0. " +
            "Then move them to 'taps'.",
        "Remove 'clicks' in a separate apply."));

    [Fact]
    public void A_protected_stream_is_not_renamed_by_Terraform() =>
        Change("{}", """{ "name": "taps", "lifecycle": { "prevent_destroy": true } }""").Should().ContainSingle().Which.Why.Should().Be(
            "AWS can't rename a stream. All records of 'clicks' would be lost. prevent_destroy is on: Terraform refuses the plan.");

    [Fact]
    public void Encryption_turned_off_leaves_records_that_need_their_key()
    {
        var danger = Change(UnderKey, "{}").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': encryption is turned off");
        danger.Why.Should().Be(
            "Kinesis stores new records unencrypted. Older records stay encrypted, and need their key until they expire.");
        danger.Steps.Should().Equal(
            "Keep the encryption: KMS with alias/aws/kinesis needs no key of yours.",
            $"Keep {KeyArn} enabled, and the consumers' kms:Decrypt on it, for 48 hours after the apply. Remove it in a later apply.");
    }

    [Fact]
    public void A_new_key_leaves_records_that_need_the_old_one()
    {
        var danger = Change(UnderKey, """{ "encryption_type": "KMS", "kms_key_id": "alias/clicks", "retention_period": 72 }""")
            .Should().ContainSingle().Which;
        danger.What.Should().Be($"stream 'clicks': the key {KeyArn} becomes alias/clicks");
        danger.Why.Should().Be(
            "Records under the old key need it until they expire. " +
            "Producers and consumers without permissions on the new key fail from the first new record on.");
        danger.Steps.Should().Equal(
            "Before the apply, allow kms:GenerateDataKey for all producers and kms:Decrypt for all consumers on alias/clicks.",
            $"Keep {KeyArn} enabled, and the consumers' kms:Decrypt on it, for 72 hours after the apply. Remove it in a later apply.");
    }

    [Fact]
    public void A_key_that_the_stack_is_still_to_make_is_a_new_key()
    {
        var danger = Change(
            """{ "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis" }""",
            """{ "encryption_type": "KMS", "kms_key_id": "${aws_kms_key.own.arn}" }""").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': the key alias/aws/kinesis becomes aws_kms_key.own");
        danger.Steps[^1].Should().Be(
            "Keep the consumers' kms:Decrypt on the old key for 48 hours after the apply. AWS keeps the key itself.");
    }

    [Fact]
    public void Several_dangers_of_one_stream_are_all_reported() =>
        Change("""{ "shard_count": 4 }""", """{ "shard_count": 20, "retention_period": 24 }""").Select(it => it.What).Should().Equal(
            "stream 'clicks': 4 shards become 20, more than double",
            "stream 'clicks': retention of 48 hours becomes 24");
}
