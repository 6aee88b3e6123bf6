using HashiCorp.Cdktf;
using Nautilus.Networking;
using Nautilus.Processing;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FlinkAccessTests
{
    private const string Stream = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string Group = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/kinesis-analytics/sessions";

    private const string Interface = "arn:aws:ec2:us-east-1:111122223333:network-interface/eni-1";
    private const string Vpc = "aws_vpc.network";

    private static readonly string[] Describing =
    [
        "ec2:DescribeDhcpOptions on *", "ec2:DescribeNetworkInterfaces on *", "ec2:DescribeSecurityGroups on *",
        "ec2:DescribeSubnets on *", "ec2:DescribeVpcs on *",
    ];

    private static readonly Grants Access = Grants.Of(Testing.SynthScope(stack =>
        new FlinkApplication(stack, "sessions", new Surroundings(stack).Sessions)));
    private static readonly string Bucket = Access.ArnOf("aws_s3_bucket.bucket");
    private static readonly string Code = $"{Bucket}/flink/sessions/transform.zip";

    [Fact]
    public void An_application_reads_its_code_and_its_stream_and_writes_its_log() =>
        May(Access, Stream, $"{Stream}2", Bucket, Code, $"{Code}2", $"{Group}:log-stream:application", $"{Group}:log-stream:other")
        .Should().BeEquivalentTo(
            $"kinesis:DescribeStream on {Stream}", $"kinesis:DescribeStreamSummary on {Stream}", $"kinesis:GetRecords on {Stream}",
            $"kinesis:GetShardIterator on {Stream}", $"kinesis:ListShards on {Stream}",
            $"s3:GetObject on {Code}", $"s3:GetObjectVersion on {Code}",
            $"logs:DescribeLogStreams on {Group}:log-stream:application", $"logs:DescribeLogStreams on {Group}:log-stream:other",
            $"logs:DescribeLogGroups on {Group}:log-stream:application", $"logs:DescribeLogGroups on {Group}:log-stream:other",
            $"logs:PutLogEvents on {Group}:log-stream:application");

    [Fact]
    public void An_application_joins_its_network_and_subscribes_to_its_fan_out_consumer()
    {
        var access = Grants.Of(Testing.SynthScope(stack =>
        {
            var around = new Surroundings(stack);
            new FlinkApplication(stack, "sessions", around.Sessions with
            {
                Source = around.Stream.AddConsumer("sessions"),
                Network = new PrivateNetwork(stack, "network", new() { Location = around.Key.Location }),
            });
        }));
        var consumer = $"{Stream}/consumer/sessions:1700000000";
        var (ours, other) = (access.ArnOf(Vpc), "arn:aws:ec2:us-east-1:111122223333:vpc/other");

        May(access, consumer).Should().BeEquivalentTo(
            [$"kinesis:DescribeStreamConsumer on {consumer}", $"kinesis:SubscribeToShard on {consumer}", .. Describing]);
        May(access, consumer, Interface).Should().Contain($"ec2:CreateNetworkInterface on {Interface}")
            .And.NotContain($"ec2:DeleteNetworkInterface on {Interface}");
        foreach (var (vpc, allowed) in new[] { (ours, true), (other, false) })
            MayDelete(access, vpc).Should().Be(allowed);
    }

    [Theory]
    [InlineData("s3.us-east-1.amazonaws.com", "", true)]
    [InlineData("s3.us-east-1.amazonaws.com", "/flink/sessions/transform.zip", true)]
    [InlineData("s3.us-east-1.amazonaws.com", "/flink/other/transform.zip", false)]
    [InlineData("kinesis.us-east-1.amazonaws.com", "", false)]
    public void An_application_decrypts_its_code_only(string service, string key, bool allowed) =>
        (Access.Decide(Role(Access), "kms:Decrypt", Access.ArnOf("aws_kms_key.key"), new()
        {
            ["kms:ViaService"] = service, ["kms:EncryptionContext:aws:s3:arn"] = Bucket + key,
        }) == Decision.Allowed).Should().Be(allowed);

    private static IReadOnlyList<string> May(Grants access, params string[] resources) =>
        access.May(Role(access), ["kinesis", "logs", "s3", "firehose", "iam", "ec2", "lambda", "kinesisanalytics"], resources);

    private static bool MayDelete(Grants access, string vpc) =>
        access.Decide(Role(access), "ec2:DeleteNetworkInterface", Interface, new() { ["ec2:Vpc"] = vpc }) == Decision.Allowed;

    private static string Role(Grants access) => access.Roles.Single(role => role.StartsWith("sessions", StringComparison.Ordinal));
}
