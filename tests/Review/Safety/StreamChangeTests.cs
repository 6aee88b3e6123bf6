using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

public sealed class StreamChangeTests
{
    private const string Provisioned = """ "stream_mode_details": { "stream_mode": "PROVISIONED" } """;
    private const string OnDemand = """ "stream_mode_details": { "stream_mode": "ON_DEMAND" } """;

    [Theory]
    [InlineData("{}", "{}", "the same")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": 8 }""", "double")]
    [InlineData("""{ "shard_count": 5 }""", """{ "shard_count": 3 }""", "a little over half")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": "${var.shards}" }""", "only Terraform knows the shards")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": 20, "lifecycle": { "ignore_changes": ["shard_count"] } }""", "an autoscaler owns the shards")]
    [InlineData("""{ "shard_count": 4 }""", """{ "shard_count": 20, "retention_period": 24, "lifecycle": [{ "ignore_changes": "all" }] }""", "everything is ignored")]
    [InlineData("""{ "retention_period": 24 }""", """{ "retention_period": 48 }""", "longer retention")]
    [InlineData("{}", """{ "stream_mode_details": null }""", "leaving the mode out keeps it")]
    [InlineData("{}", """{ "name": "${var.name}" }""", "only Terraform knows the name")]
    [InlineData("{}", """{ "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis" }""", "encryption turned on")]
    [InlineData("""{ "encryption_type": "KMS", "kms_key_id": "arn:aws:kms:us-east-1:123456789012:key/1234" }""", """{ "encryption_type": "KMS", "kms_key_id": "1234" }""", "one key by two names")]
    [InlineData("""{ "encryption_type": "KMS", "kms_key_id": "1234" }""", """{ "encryption_type": "KMS", "kms_key_id": "${var.key}" }""", "only Terraform knows the key")]
    public void A_harmless_change_is_passed_over(string now, string then, string because) => Change(now, then).Should().BeEmpty(because);

    [Fact]
    public void Many_more_shards_are_a_ladder() => Change("""{ "shard_count": 4 }""", """{ "shard_count": 20 }""").Should().ContainSingle().Which.ToString().Should().Be("""
        aws_kinesis_stream.clicks
          stream 'clicks': 4 shards become 20, more than double
          Why: Kinesis at most doubles or halves the shards in one change. Terraform plans more than that, and the apply fails.
          Instead:
            1. Walk 4 -> 8 -> 16 -> 20: each is an apply of its own.
            2. Set 8 shards, synth, deploy.
            3. Set 16 shards, synth, deploy.
            4. Set 20 shards, synth, deploy.
            5. This uses 3 of the 10 changes that Kinesis allows a stream in 24 hours.
        """);

    [Fact]
    public void Many_fewer_shards_are_a_ladder_too()
    {
        var danger = Change("""{ "shard_count": 20 }""", """{ "shard_count": 4 }""").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': 20 shards become 4, less than half");
        danger.Steps[0].Should().Be("Walk 20 -> 10 -> 5 -> 4: each is an apply of its own.");
    }

    [Fact]
    public void A_ladder_of_more_than_ten_steps_takes_more_than_a_day() =>
        Change("{}", """{ "shard_count": 10000 }""").Should().ContainSingle().Which.Steps[^1].Should().Be(
            "This needs 14 changes, and Kinesis allows a stream 10 in 24 hours: it takes more than a day. " +
            "Stop at 1024 shards, and go on when 24 hours have passed since the first change.");

    [Fact]
    public void On_demand_is_a_switch() => Change("""{ "shard_count": 2 }""", $$"""{ "shard_count": null, {{OnDemand}} }""").Should().ContainSingle().Which.ToString().Should().Be("""
        aws_kinesis_stream.clicks
          stream 'clicks': PROVISIONED becomes ON_DEMAND
          Why: The bill changes at once, from shards to bytes; going back is a switch too, and Kinesis allows a stream two in 24 hours.
          Instead:
            1. Kinesis switches the mode of a stream twice in 24 hours at most: see that no switch was made today, or the way back is closed until tomorrow.
            2. Note today's 2 shards: on the way back the stream has as many as on-demand gave it, at least 4, not these.
            3. Change nothing else in the same apply.
        """);

    [Fact]
    public void The_way_back_to_shards_begins_with_those_that_are_open() =>
        Change("""{ "shard_count": null, "stream_mode_details": [{ "stream_mode": "ON_DEMAND" }] }""", $$"""{ "shard_count": 2, {{Provisioned}} }""").Should().ContainSingle().Which.ToString().Should().Be("""
            aws_kinesis_stream.clicks
              stream 'clicks': ON_DEMAND becomes PROVISIONED with 2 shards
              Why: The stream keeps the open shards that on-demand gave it, at least 4. A number beyond double or half of them fails at apply, after the mode was switched.
              Instead:
                1. Kinesis switches the mode of a stream twice in 24 hours at most: see that no switch was made today, or the way back is closed until tomorrow.
                2. See how many shards are open: aws kinesis describe-stream-summary --stream-name clicks --query StreamDescriptionSummary.OpenShardCount
                3. Set the shards to that number, synth, deploy.
                4. Then go to 2 shards in later applies, each at most double or half of the one before, 10 in 24 hours.
            """);

    [Theory]
    [InlineData("""{ "retention_period": 24 }""")]
    [InlineData("""{ "retention_period": null }""")]
    public void A_shorter_retention_loses_records(string then) => Change("{}", then).Should().ContainSingle().Which.ToString().Should().Be("""
        aws_kinesis_stream.clicks
          stream 'clicks': retention of 48 hours becomes 24
          Why: Records older than 24 hours are gone at once. Setting 48 hours again does not bring them back.
          Instead:
            1. See that no consumer lags more than 24 hours: over the last day, the maximum of GetRecords.IteratorAgeMilliseconds (StreamName=clicks), and of SubscribeToShardEvent.MillisBehindLatest for each fan-out consumer, must stay well below 86400000.
            2. Copy what may still be replayed from the 24 hours that go: read the stream from TRIM_HORIZON.
            3. Lower to 24 hours in a quiet hour, in an apply of its own.
        """);

    [Fact]
    public void A_new_name_is_a_new_stream() => Change("{}", """{ "name": "taps", "shard_count": 20 }""").Should().ContainSingle().Which.ToString().Should().Be("""
        aws_kinesis_stream.clicks
          stream 'clicks' is renamed to 'taps': destroyed, and created empty
          Why: AWS can't rename a stream; all records of 'clicks', 48 hours of them, are lost.
          Instead:
            1. Keep the name 'clicks' if the new one is only nicer.
            2. Else put a second stream 'taps' beside it, with an id of its own, and deploy.
            3. Move the producers to 'taps'.
            4. Let the consumers drain 'clicks', until its IncomingRecords and GetRecords.IteratorAgeMilliseconds stay 0, then move them to 'taps'.
            5. Remove 'clicks' in an apply of its own.
        """);

    [Fact]
    public void A_protected_stream_is_not_renamed_by_Terraform() =>
        Change("{}", """{ "name": "taps", "lifecycle": { "prevent_destroy": true } }""").Should().ContainSingle().Which.Why.Should().Be(
            "AWS can't rename a stream; all records of 'clicks' would be lost. prevent_destroy is on: Terraform itself will refuse the plan.");

    [Fact]
    public void Encryption_turned_off_leaves_records_that_need_their_key()
    {
        var danger = Change($$"""{ "encryption_type": "KMS", "kms_key_id": "{{KeyArn}}" }""", "{}").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': encryption is turned off");
        danger.Why.Should().Be("New records are stored unencrypted. Those already written stay encrypted, and need their key until they expire.");
        danger.Steps.Should().Equal(
            "Keep the encryption: KMS with alias/aws/kinesis costs no key of your own.",
            $"Keep {KeyArn} enabled, and the consumers' kms:Decrypt on it, for 48 hours after the apply: only then remove it, in another apply.");
    }

    [Fact]
    public void A_new_key_leaves_records_that_need_the_old_one()
    {
        var danger = Change($$"""{ "encryption_type": "KMS", "kms_key_id": "{{KeyArn}}" }""", """{ "encryption_type": "KMS", "kms_key_id": "alias/clicks", "retention_period": 72 }""").Should().ContainSingle().Which;
        danger.What.Should().Be($"stream 'clicks': the key {KeyArn} becomes alias/clicks");
        danger.Why.Should().Be("Records written under the old key need it until they expire; a producer or consumer without rights on the new one fails from the first new record on.");
        danger.Steps.Should().Equal(
            "Before the apply, allow all producers kms:GenerateDataKey and all consumers kms:Decrypt on alias/clicks.",
            $"Keep {KeyArn} enabled, and the consumers' kms:Decrypt on it, for 72 hours after the apply: only then remove it, in another apply.");
    }

    [Fact]
    public void A_key_that_the_stack_is_still_to_make_is_a_new_key()
    {
        var danger = Change("""{ "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis" }""", """{ "encryption_type": "KMS", "kms_key_id": "${aws_kms_key.own.arn}" }""").Should().ContainSingle().Which;
        danger.What.Should().Be("stream 'clicks': the key alias/aws/kinesis becomes aws_kms_key.own");
        danger.Steps[^1].Should().Be("Leave the consumers kms:Decrypt on the old key for 48 hours after the apply; AWS keeps the key itself.");
    }

    [Fact]
    public void Several_dangers_of_one_stream_are_all_told() =>
        Change("""{ "shard_count": 4 }""", """{ "shard_count": 20, "retention_period": 24 }""").Select(danger => danger.What).Should().Equal(
            "stream 'clicks': 4 shards become 20, more than double",
            "stream 'clicks': retention of 48 hours becomes 24");
}
