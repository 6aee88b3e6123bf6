using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FunctionAccessTests
{
    private const string Stream = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string Log = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/count:log-stream:one";

    private const string Counts = "arn:aws:firehose:us-east-1:111122223333:deliverystream/counts";

    private static readonly Grants Access = Grants.Of(Testing.SynthScope(stack =>
    {
        var reader = new StreamFunction(stack, "count", new Surroundings(stack).Reader with
        {
            Environment = new Dictionary<string, string> { ["MODE"] = "strict" },
        });
        reader.Role.Allow(new Nautilus.Access.Statement("PutCounts", ["firehose:PutRecordBatch"], [Counts]));
    }));

    private static readonly string Bucket = Access.ArnOf("aws_s3_bucket.bucket");

    [Fact]
    public void A_function_reads_its_stream_stores_failed_records_and_writes_its_log_and_traces()
    {
        Access.May(Role, ["kinesis", "logs", "s3", "firehose", "lambda", "iam", "xray"],
        [
            Stream, $"{Stream}2", $"{Stream}/consumer/a:1", Log, Log.Replace("count", "other", StringComparison.Ordinal),
            Bucket, $"{Bucket}/aws/lambda/x", $"{Bucket}/other/x", Counts,
        ]).Should().BeEquivalentTo(
            $"kinesis:DescribeStream on {Stream}", $"kinesis:DescribeStreamSummary on {Stream}", $"kinesis:GetRecords on {Stream}",
            $"kinesis:GetShardIterator on {Stream}", $"kinesis:ListShards on {Stream}",
            $"logs:CreateLogStream on {Log}", $"logs:PutLogEvents on {Log}",
            $"s3:ListBucket on {Bucket}", $"s3:PutObject on {Bucket}/aws/lambda/x",
            $"firehose:PutRecordBatch on {Counts}",
            "xray:PutTelemetryRecords on *", "xray:PutTraceSegments on *");
    }

    [Theory]
    [InlineData("count", true)]
    [InlineData("another", false)]
    public void A_function_decrypts_its_own_environment_only(string function, bool allowed) =>
        (Access.Decide(Role, "kms:Decrypt", Access.ArnOf("aws_kms_key.key"), new()
        {
            ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"arn:aws:lambda:us-east-1:111122223333:function:{function}",
        }) == Decision.Allowed).Should().Be(allowed);

    private static string Role => Access.Roles.Single(role => role.StartsWith("count", StringComparison.Ordinal));
}
