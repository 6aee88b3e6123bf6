using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

public sealed class DataStreamTests
{
    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    private static string Synthesize(DataStreamProps props) => Testing.SynthScope(stack => new DataStream(stack, "stream", props));

    [Fact]
    public void A_stream_is_encrypted_kept_for_a_day_and_protected() => Synthesize(Clicks).Should().HaveResource("aws_kinesis_stream.stream", new
    {
        name = "clicks",
        stream_mode_details = new { stream_mode = "PROVISIONED" },
        shard_count = 2,
        retention_period = 24,
        encryption_type = "KMS",
        kms_key_id = "alias/aws/kinesis",
        lifecycle = new { prevent_destroy = true },
        tags = (object?)null,
    });

    [Fact]
    public void An_on_demand_stream_has_no_shards_of_its_own() =>
        Synthesize(Clicks with { Capacity = Capacity.OnDemand }).Should().HaveResource("aws_kinesis_stream.stream", new
        {
            stream_mode_details = new { stream_mode = "ON_DEMAND" },
            shard_count = (object?)null,
        });

    [Fact]
    public void Tags_of_the_stream_are_its_own() =>
        Synthesize(Clicks with { Tags = new Dictionary<string, string> { ["Owner"] = "web" } })
            .Should().HaveResource("aws_kinesis_stream.stream", new { tags = new { Owner = "web" } });

    [Theory]
    [InlineData("bad name!")]
    [InlineData("")]
    [InlineData("clicks\n")]
    public void A_name_that_Kinesis_refuses_is_rejected(string name) =>
        Rejecting(Clicks with { Name = name }).Should().Be(
            $"stream '{name}': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");

    [Fact]
    public void A_name_of_129_characters_is_rejected()
    {
        var name = new string('a', 129);
        Rejecting(Clicks with { Name = name }).Should().Be(
            $"stream '{name}': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");
    }

    [Fact]
    public void A_name_that_Terraform_fills_in_later_is_let_through() =>
        Synthesize(Clicks with { Name = "${var.name}" }).Should().HaveResource("aws_kinesis_stream.stream", new { name = "${var.name}" });

    [Theory]
    [InlineData(23)]
    [InlineData(8761)]
    public void Retention_beyond_the_service_limits_is_rejected(int hours) =>
        Rejecting(Clicks with { Retention = TimeSpan.FromHours(hours) }).Should().Be(
            $"stream 'clicks': retention must be 24 to 8760 hours, got {hours}");

    [Fact]
    public void Retention_of_a_part_of_an_hour_is_rejected() =>
        Rejecting(Clicks with { Retention = TimeSpan.FromMinutes(24 * 60 + 30) }).Should().Be(
            "stream 'clicks': retention must be whole hours, got 1.00:30:00");

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Shards_beyond_the_service_limits_are_rejected(int shards) =>
        Rejecting(Clicks with { Capacity = Capacity.Provisioned(shards) }).Should().Be(
            $"stream 'clicks': shards must be 1 to 10000, got {shards}");

    [Fact]
    public void Several_mistakes_are_reported_together() => Rejecting(new()
    {
        Name = "clicks",
        Capacity = Capacity.Provisioned(0),
        Retention = TimeSpan.FromHours(1),
        Tags = new Dictionary<string, string> { ["aws:owner"] = "web" },
    }).Should().Be("stream 'clicks': shards must be 1 to 10000, got 0; retention must be 24 to 8760 hours, got 1; "
        + "a tag's key must not begin with 'aws:', got 'aws:owner'");

    [Fact]
    public void A_shard_metric_that_stands_twice_is_rejected() =>
        Rejecting(Clicks with { ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingBytes] }).Should().Be(
            "stream 'clicks': each shard metric must stand once, got IncomingBytes, IncomingBytes");

    [Fact]
    public void A_shard_metric_that_is_none_is_rejected() =>
        Rejecting(Clicks with { ShardMetrics = [(ShardMetric)99] }).Should().Be(
            "stream 'clicks': shard metrics must be those of ShardMetric, got 99");

    [Fact]
    public void A_key_that_is_not_given_by_its_ARN_is_rejected() =>
        Rejecting(Clicks with { Encryption = Encryption.GivenKey("alias/mine") }).Should().Be(
            "stream 'clicks': key must be the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/mine'");

    [Fact]
    public void A_tag_that_AWS_refuses_is_rejected() =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { ["aws:owner"] = "web" } }).Should().Be(
            "stream 'clicks': a tag's key must not begin with 'aws:', got 'aws:owner'");

    [Fact]
    public void A_consumer_name_that_Kinesis_refuses_is_rejected() =>
        Rejecting(stream => stream.AddConsumer("my consumer")).Should().Be(
            "consumer 'my consumer': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my consumer'");

    [Fact]
    public void A_consumer_that_is_registered_twice_is_rejected() => Rejecting(stream =>
    {
        stream.AddConsumer("analytics");
        stream.AddConsumer("analytics");
    }).Should().Be("consumer 'analytics': stream 'clicks' must have each consumer once, got it twice");

    [Fact]
    public void A_service_is_trusted_for_one_resource_only() =>
        Rejecting(stream => new ServiceRole(stream, "delivery", Caller.Firehose("*"), stream)).Should().Be(
            "Firehose '*': name must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-', got '*'");

    [Fact]
    public void A_Flink_application_is_named_as_AWS_names_it() =>
        Rejecting(stream => new ServiceRole(stream, "flink", Caller.Flink("my app"), stream)).Should().Be(
            "Flink application 'my app': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my app'");

    [Fact]
    public void A_KCL_application_that_is_also_a_consumer_has_a_shorter_name() =>
        Rejecting(stream => stream.GrantKclWithFanOut(new ServiceRole(stream, "kcl", Caller.EcsTask, stream), new string('a', 129))).Should().Be(
            "stream 'clicks': a KCL application that is also a consumer must have a name of 128 characters at most, got 129");

    [Fact]
    public void A_stream_is_shared_with_somebody() =>
        Rejecting(stream => stream.ShareForPutting(), Clicks with { Encryption = Encryption.CustomerKey }).Should().Be(
            "stream 'clicks': a stream must be shared with at least one principal, got none");

    [Fact]
    public void A_key_that_is_not_the_streams_own_has_not_moved() =>
        Rejecting(stream => stream.KeyMovedFrom("aws_kms_key.old")).Should().Be(
            "stream 'clicks': only a key of its own can have moved, set Encryption to CustomerKey");

    [Fact]
    public void The_key_of_an_existing_stream_is_given_by_its_ARN() =>
        Rejecting(stream => DataStream.FromName(stream, "legacy", "legacy", "alias/mine")).Should().Be(
            "stream 'legacy': key must be the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/mine'");

    [Fact]
    public void More_tags_than_AWS_takes_are_rejected() =>
        Rejecting(Clicks with { Tags = Enumerable.Range(1, 51).ToDictionary(i => $"tag{i}", _ => "") }).Should().Be(
            "stream 'clicks': tags must be 50 at most, got 51");

    [Theory]
    [InlineData("", "", "stream 'clicks': a tag's key must have 1 to 128 characters, got ''")]
    [InlineData("a*", "", "stream 'clicks': tag 'a*' must hold letters, digits, spaces and _ . : / = + - @ only, got ''")]
    public void A_tag_that_AWS_does_not_take_is_rejected(string key, string value, string message) =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { [key] = value } }).Should().Be(message);

    [Fact]
    public void A_tags_value_that_is_too_long_is_rejected() =>
        Rejecting(Clicks with { Tags = new Dictionary<string, string> { ["Owner"] = new string('a', 257) } }).Should().Be(
            "stream 'clicks': the value of tag 'Owner' must have 256 characters at most, got 257");

    [Fact]
    public void A_stream_that_is_not_managed_here_is_not_shared() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack =>
            DataStream.FromArn(stack, "legacy", "arn:aws:kinesis:eu-west-1:111122223333:stream/legacy", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd")
                .ShareForReading("arn:aws:iam::111122223333:role/reader")))
            .Should().ThrowExactly<ArgumentException>().WithMessage(
                "stream 'legacy': a stream must be shared where it is managed, since a policy replaces the one that is there; got one that is not managed here");

    [Fact]
    public void A_key_that_moved_says_so() => Testing.SynthScope(stack =>
        new DataStream(stack, "events", Clicks with { Encryption = Encryption.CustomerKey }).KeyMovedFrom("aws_kms_key.clicks_key_036FA1D7"))
        .Should().HaveBlock("moved", new { from = "aws_kms_key.clicks_key_036FA1D7" });

    [Fact]
    public void A_KCL_application_name_that_DynamoDB_refuses_is_rejected() =>
        Rejecting(stream => stream.GrantKcl(new ServiceRole(stream, "kcl", Caller.EcsTask, stream), "my app")).Should().Be(
            "stream 'clicks': a KCL application's name must be 3 to 237 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my app'");

    [Fact]
    public void A_stream_under_the_AWS_key_is_not_shared() =>
        Rejecting(stream => stream.ShareForReading("arn:aws:iam::111122223333:role/reader")).Should().Be(
            "stream 'clicks': a stream that is shared with another account must have a customer key, set Encryption to CustomerKey or GivenKey; got the AWS key");

    [Fact]
    public void A_stream_is_not_shared_with_everybody() =>
        Rejecting(stream => stream.ShareForReading("*"), Clicks with { Encryption = Encryption.CustomerKey }).Should().Be(
            "stream 'clicks': a stream must be shared with principals by their ARN, such as arn:aws:iam::111122223333:role/reader, got '*'");

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", "id", "role 'reader': principal must be the ARN of one role or user, such as arn:aws:iam::111122223333:role/reader, got 'arn:aws:iam::111122223333:root'")]
    [InlineData("arn:aws:iam::111122223333:role/reader", "", "role 'reader': external id must be 2 to 1224 of letters, digits and + = , . @ : / - _, got ''")]
    public void A_role_for_more_than_one_exact_principal_is_rejected(string principal, string externalId, string message) =>
        Rejecting(stream => new CrossAccountRole(stream, "reader", new() { Principal = principal, ExternalId = externalId })).Should().Be(message);

    [Fact]
    public void A_role_may_have_a_long_policy() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "stream", Clicks);
        var role = new ServiceRole(stack, "all", Caller.EcsTask, stream);
        for (var i = 0; i < 4; i++)
            stream.GrantKcl(role, $"application-{i}");
    }).Should().Contain("application-3");

    [Fact]
    public void A_role_whose_policy_grows_too_long_is_rejected() => Rejecting(stream =>
    {
        var role = new ServiceRole(stream, "all", Caller.EcsTask, stream);
        for (var i = 0; i < 12; i++)
            stream.GrantKcl(role, $"application-{i}");
    }).Should().StartWith("role 'all': its policy must be 6144 characters at most, got about ").And.EndWith("; give some of the grants to another role");

    [Theory]
    [InlineData("clicks")]
    [InlineData("arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks")]
    public void An_existing_stream_is_named_by_a_streams_ARN(string arn) => Rejecting(stream => DataStream.FromArn(stream, "legacy", arn)).Should().Be(
        $"stream 'legacy': arn must be a stream's, such as arn:aws:kinesis:us-east-1:111122223333:stream/clicks, got '{arn}'");

    [Fact]
    public void An_existing_stream_is_granted_on_like_any_other() => Testing.SynthScope(stack =>
    {
        var legacy = DataStream.FromArn(stack, "legacy", "arn:aws:kinesis:eu-west-1:111122223333:stream/legacy", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd");
        legacy.GrantKcl(new ServiceRole(stack, "kcl", Caller.EcsTask, legacy), "counter");
    }).Should().HaveData("aws_iam_policy_document.kcl_permissions_B2FCD72A", new
    {
        statement = new object[]
        {
            new { sid = "ReadRecords", resources = new[] { "arn:aws:kinesis:eu-west-1:111122223333:stream/legacy" } },
            new { sid = "DecryptRecords", resources = new[] { "arn:aws:kms:eu-west-1:111122223333:key/1234abcd" } },
            new { sid = "KeepLeases", resources = new[] { "arn:aws:dynamodb:eu-west-1:111122223333:table/counter" } },
            new { sid = "KeepWorkerState" },
            new { sid = "FindLeases" },
            new { sid = "SendMetrics", resources = new[] { "*" } },
        },
    });

    [Fact]
    public void An_existing_stream_is_found_by_its_name() => Testing.SynthScope(stack =>
    {
        var legacy = DataStream.FromName(stack, "legacy", "legacy");
        legacy.GrantPut(new ServiceRole(stack, "producer", Caller.EcsTask, legacy));
    }).Should().HaveData("aws_kinesis_stream.legacy", new { name = "legacy" });

    [Fact]
    public void A_stream_that_is_not_managed_here_is_not_adopted() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => DataStream.FromName(stack, "legacy", "legacy").AdoptExisting()))
            .Should().ThrowExactly<ArgumentException>().WithMessage("stream 'legacy': it is not managed here, and can't be adopted");

    [Fact]
    public void Adoption_and_moves_are_blocks_of_Terraform()
    {
        Testing.SynthScope(stack => new DataStream(stack, "clicks", Clicks).AdoptExisting())
            .Should().HaveBlock("import", new { to = "aws_kinesis_stream.clicks", id = "clicks" });
        Testing.SynthScope(stack => new DataStream(stack, "clicks", Clicks).MovedFrom("aws_kinesis_stream.old"))
            .Should().HaveBlock("moved", new { from = "aws_kinesis_stream.old", to = "aws_kinesis_stream.clicks" });
    }

    [Fact]
    public void A_customer_key_is_rotated_protected_and_deleted_late()
    {
        var synthesized = Synthesize(Clicks with { Encryption = Encryption.CustomerKey });

        synthesized.Should().HaveResource("aws_kms_key.stream_key_D981BCF0", new
        {
            enable_key_rotation = true,
            deletion_window_in_days = 30,
            lifecycle = new { prevent_destroy = true },
        });
        synthesized.Should().HaveResource("aws_kinesis_stream.stream", new { kms_key_id = "${aws_kms_key.stream_key_D981BCF0.arn}" });
    }

    [Fact]
    public void The_same_grant_twice_is_one_and_another_of_its_kind_gets_a_number() => Testing.SynthScope(stack =>
    {
        var clicks = new DataStream(stack, "clicks", Clicks);
        var orders = new DataStream(stack, "orders", Clicks with { Name = "orders" });
        var role = new ServiceRole(stack, "producer", Caller.EcsTask, clicks);
        clicks.GrantPut(role);
        clicks.GrantPut(role);
        orders.GrantPut(role);
    }).Should().HaveData("aws_iam_policy_document.producer_permissions_7AE682CE", new
    {
        statement = new[]
        {
            new { sid = "PutRecords", resources = new[] { "${aws_kinesis_stream.clicks.arn}" } },
            new { sid = "PutRecords2", resources = new[] { "${aws_kinesis_stream.orders.arn}" } },
        },
    });

    [Fact]
    public void What_works_in_a_role_waits_for_its_permissions() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "clicks", Clicks);
        var role = new ServiceRole(stack, "producer", Caller.EcsTask, stream);
        stream.GrantPut(role);
        new KinesisStream(stack, "later", new KinesisStreamConfig { Name = "later", DependsOn = role.Permissions });
    }).Should().HaveResource("aws_kinesis_stream.later", new { depends_on = new[] { "aws_iam_role_policy_attachment.producer_attachment_CF1201EA" } });

    [Fact]
    public void Nothing_waits_for_a_role_without_permissions() =>
        FluentActions.Invoking(() => Testing.SynthScope(stack =>
        {
            var stream = new DataStream(stack, "clicks", Clicks);
            _ = new ServiceRole(stack, "producer", Caller.EcsTask, stream).Permissions;
        })).Should().ThrowExactly<ArgumentException>()
            .WithMessage("role 'producer': nothing is granted to it yet, so nothing can depend on it; grant first");

    [Fact]
    public void A_stack_can_forget_what_it_leaves_in_AWS() =>
        JsonNode.Parse(Testing.SynthScope(stack =>
        {
            stack.Forget("aws_kinesis_stream.clicks");
            stack.Forget("aws_kms_key.clicks");
        }))!["removed"]!.ToJsonString().Should().Be(
            """[{"from":"aws_kinesis_stream.clicks","lifecycle":{"destroy":false}},{"from":"aws_kms_key.clicks","lifecycle":{"destroy":false}}]""");

    private static string Rejecting(Action<DataStream> use, DataStreamProps? props = null) =>
        FluentActions.Invoking(() => Testing.SynthScope(stack => use(new DataStream(stack, "stream", props ?? Clicks))))
            .Should().ThrowExactly<ArgumentException>().Which.Message;

    private static string Rejecting(DataStreamProps props) =>
        FluentActions.Invoking(() => Synthesize(props)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
