using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;
using Nautilus.Access;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

public sealed class DataStreamGrantsTests
{
    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    [Fact]
    public void A_service_is_trusted_for_one_resource_only() =>
        Rejecting(stream => new ServiceRole(stream, "delivery", Caller.Firehose("*"), stream.Location)).Should().Be(
            "Firehose '*': name must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-', got '*'");

    [Fact]
    public void A_Flink_application_is_named_as_AWS_names_it() =>
        Rejecting(stream => new ServiceRole(stream, "flink", Caller.Flink("my app"), stream.Location)).Should().Be(
            "Flink application 'my app': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my app'");

    [Fact]
    public void A_KCL_application_that_is_also_a_consumer_has_a_shorter_name() =>
        Rejecting(stream =>
        {
            var role = new ServiceRole(stream, "kcl", Caller.EcsTask, stream.Location);
            stream.GrantKclWithFanOut(role, new string('a', 129));
        }).Should().Be("stream 'clicks': a KCL application with a fan-out consumer must have a name of 128 characters or less, got 129");

    [Fact]
    public void A_KCL_application_name_that_DynamoDB_refuses_is_rejected() =>
        Rejecting(stream => stream.GrantKcl(new ServiceRole(stream, "kcl", Caller.EcsTask, stream.Location), "my app")).Should().Be(
            "stream 'clicks': a KCL application's name must be 3 to 237 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my app'");

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", "id", "principal must be the ARN of one role or user, "
        + "such as arn:aws:iam::111122223333:role/reader, got 'arn:aws:iam::111122223333:root'")]
    [InlineData("arn:aws:iam::111122223333:role/reader", "",
        "external id must be 2 to 1224 of letters, digits and + = , . @ : / - _, got ''")]
    public void A_role_for_more_than_one_exact_principal_is_rejected(string principal, string externalId, string message) =>
        Rejecting(stream => new CrossAccountRole(stream, "reader", new() { Principal = principal, ExternalId = externalId }))
            .Should().Be($"role 'reader': {message}");

    [Fact]
    public void A_role_may_have_a_long_policy() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "stream", Clicks);
        var role = new ServiceRole(stack, "all", Caller.EcsTask, stream.Location);
        for (var i = 0; i < 4; i++)
            stream.GrantKcl(role, $"application-{i}");
    }).Should().Contain("application-3");

    [Fact]
    public void A_role_with_a_policy_that_is_too_long_is_rejected() => Rejected.AtSynth(() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "stream", Clicks);
        var role = new ServiceRole(stream, "all", Caller.EcsTask, stream.Location);
        for (var i = 0; i < 12; i++)
            stream.GrantKcl(role, $"application-{i}");
    })).Should().StartWith("role 'all': its policy must be 6144 characters or less, got about ")
        .And.EndWith("; give some of the grants to another role");

    [Fact]
    public void A_repeated_grant_is_one_statement_and_a_grant_on_another_stream_gets_a_number() => Testing.SynthScope(stack =>
    {
        var clicks = new DataStream(stack, "clicks", Clicks);
        var orders = new DataStream(stack, "orders", Clicks with { Name = "orders" });
        var role = new ServiceRole(stack, "producer", Caller.EcsTask, clicks.Location);
        clicks.GrantPut(role);
        clicks.GrantPut(role);
        orders.GrantPut(role);
    }).Should().HavePolicy("aws_iam_policy.producer_policy_B551E562", new
    {
        statement = new[]
        {
            new { sid = "PutRecords", resources = new[] { "${aws_kinesis_stream.clicks.arn}" } },
            new { sid = "PutRecords2", resources = new[] { "${aws_kinesis_stream.orders.arn}" } },
        },
    });

    [Fact]
    public void A_resource_that_uses_a_role_depends_on_its_permissions() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "clicks", Clicks);
        var role = new ServiceRole(stack, "producer", Caller.EcsTask, stream.Location);
        stream.GrantPut(role);
        new KinesisStream(stack, "later", new KinesisStreamConfig { Name = "later", DependsOn = role.Permissions });
    }).Should().HaveResource("aws_kinesis_stream.later", new
    {
        depends_on = new[] { "aws_iam_role_policy_attachment.producer_attachment_CF1201EA" },
    });

    [Fact]
    public void Nothing_can_depend_on_the_permissions_of_a_role_that_has_none() => Rejected.AtSynth(() => Testing.SynthScope(stack =>
    {
        var stream = new DataStream(stack, "stream", Clicks);
        _ = new ServiceRole(stack, "producer", Caller.EcsTask, stream.Location).Permissions;
    })).Should().Be("role 'producer': it must be granted something, because other resources depend on its permissions; got no grant");

    [Fact]
    public void A_stream_is_shared_with_somebody() =>
        Rejecting(stream => stream.ShareForPutting(), Clicks with { Encryption = Encryption.CustomerKey }).Should().Be(
            "stream 'clicks': a stream must be shared with at least one principal, got none");

    [Fact]
    public void A_stream_under_the_AWS_key_is_not_shared() =>
        Rejecting(stream => stream.ShareForReading("arn:aws:iam::111122223333:role/reader")).Should().Be(
            "stream 'clicks': a stream that is shared with another account must have a customer key, got the AWS key; "
            + "set Encryption to CustomerKey or GivenKey");

    [Fact]
    public void A_stream_is_not_shared_with_everybody() =>
        Rejecting(stream => stream.ShareForReading("*"), Clicks with { Encryption = Encryption.CustomerKey }).Should().Be(
            "stream 'clicks': a principal that a stream is shared with must be the ARN of a principal, "
            + "such as arn:aws:iam::111122223333:role/reader, got '*'");

    private static string Rejecting(Action<DataStream> use, DataStreamProps? props = null) =>
        Rejected.AtOnce(() => Testing.SynthScope(stack => use(new DataStream(stack, "stream", props ?? Clicks))));
}
