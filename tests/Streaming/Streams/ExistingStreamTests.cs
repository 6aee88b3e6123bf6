using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

public sealed class ExistingStreamTests
{
    private const string Legacy = "arn:aws:kinesis:eu-west-1:111122223333:stream/legacy";
    private const string LegacyKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";

    private static readonly DataStreamProps Clicks = new() { Name = "clicks", Capacity = Capacity.Provisioned(2) };

    [Fact]
    public void The_key_of_an_existing_stream_is_given_by_its_ARN() =>
        Rejecting(stream => DataStream.FromName(stream, "legacy", "legacy", "alias/mine")).Should().Be(
            "stream 'legacy': key must be the ARN of a KMS key, such as "
            + "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/mine'");

    [Theory]
    [InlineData("clicks")]
    [InlineData("arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks")]
    public void An_existing_stream_is_named_by_a_streams_ARN(string arn) =>
        Rejecting(stream => DataStream.FromArn(stream, "legacy", arn)).Should().Be(
            $"stream 'legacy': arn must be the ARN of a stream, such as arn:aws:kinesis:us-east-1:111122223333:stream/clicks, got '{arn}'");

    [Fact]
    public void An_existing_stream_is_granted_on_like_any_other() => Testing.SynthScope(stack =>
    {
        var legacy = DataStream.FromArn(stack, "legacy", Legacy, LegacyKey);
        legacy.GrantKcl(new ServiceRole(stack, "kcl", Caller.EcsTask, legacy.Location), "counter");
    }).Should().HavePolicy("aws_iam_policy.kcl_policy_F2D7441A", new
    {
        statement = new object[]
        {
            new { sid = "ReadRecords", resources = new[] { Legacy } },
            new { sid = "DecryptRecords", resources = new[] { LegacyKey } },
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
        legacy.GrantPut(new ServiceRole(stack, "producer", Caller.EcsTask, legacy.Location));
    }).Should().HaveData("aws_kinesis_stream.legacy", new { name = "legacy" });

    [Fact]
    public void A_stream_that_another_stack_manages_is_not_adopted() =>
        Rejecting(stream => DataStream.FromName(stream, "legacy", "legacy").AdoptExisting()).Should().Be(
            "stream 'legacy': only a stream that this stack manages can be adopted, got one that another stack manages");

    [Fact]
    public void A_stream_that_another_stack_manages_is_not_shared() =>
        Rejecting(stream =>
        {
            var legacy = DataStream.FromArn(stream, "legacy", Legacy, LegacyKey);
            legacy.ShareForReading("arn:aws:iam::111122223333:role/reader");
        }).Should().Be(
            "stream 'legacy': a stream must be shared by the stack that manages it, because a policy replaces the one before; "
            + "got a stream that another stack manages");

    private static string Rejecting(Action<DataStream> use) =>
        Rejected.AtOnce(() => Testing.SynthScope(stack => use(new DataStream(stack, "stream", Clicks))));
}
