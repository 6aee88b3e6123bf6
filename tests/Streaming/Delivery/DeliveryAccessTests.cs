using Nautilus.Delivery;
using Nautilus.Review.Access;

namespace Tests.Streaming.Delivery;

public sealed class DeliveryAccessTests
{
    private const string Glue = "arn:aws:glue:us-east-1:111122223333:";
    private const string Log = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/kinesisfirehose/clicks-to-lake:log-stream:";

    private static readonly Grants Access = Grants.Of(DeliverySample.Synthesize(sample => sample.Deliver(Destination.Lake(sample.Table))));

    private static readonly string Bucket = Access.ArnOf("aws_s3_bucket.lake");
    private static readonly string Stream = Access.ArnOf("aws_kinesis_stream.clicks");

    [Fact]
    public void A_delivery_stream_reads_its_source_and_its_table_and_writes_into_its_bucket()
    {
        Access.May(Role, ["kinesis", "s3", "logs", "glue", "firehose", "iam"],
        [
            Stream, $"{Stream}2", Bucket, $"{Bucket}/events/x", $"{Bucket}2/x", $"{Log}delivery", $"{Log}another",
            $"{Glue}catalog", $"{Glue}database/nautilus", $"{Glue}database/others",
            $"{Glue}table/nautilus/events", $"{Glue}table/nautilus/others",
        ]).Should().BeEquivalentTo(
        [
            .. new[] { "DescribeStream", "GetRecords", "GetShardIterator", "ListShards" }.Select(action => $"kinesis:{action} on {Stream}"),
            .. new[] { "GetBucketLocation", "ListBucket", "ListBucketMultipartUploads" }.Select(action => $"s3:{action} on {Bucket}"),
            .. new[] { "AbortMultipartUpload", "GetObject", "PutObject" }.Select(action => $"s3:{action} on {Bucket}/events/x"),
            .. from action in new[] { "GetTable", "GetTableVersion", "GetTableVersions" }
               from resource in new[] { "catalog", "database/nautilus", "table/nautilus/events" }
               select $"glue:{action} on {Glue}{resource}",
            $"logs:PutLogEvents on {Log}delivery",
        ]);
    }

    [Fact]
    public void It_calls_its_function_and_no_other()
    {
        var function = $"{Access.ArnOf("aws_lambda_function.transform_function_0500C126")}:$LATEST";

        Access.Decide(Role, "lambda:InvokeFunction", function).Should().Be(Decision.Allowed);
        Access.Decide(Role, "lambda:InvokeFunction", function.Replace("transform:", "other:", StringComparison.Ordinal))
            .Should().NotBe(Decision.Allowed);
    }

    [Theory]
    [InlineData("s3.us-east-1.amazonaws.com", "kms:GenerateDataKey", true)]
    [InlineData("s3.us-east-1.amazonaws.com", "kms:Decrypt", true)]
    [InlineData("s3.us-east-1.amazonaws.com", "kms:Encrypt", false)]
    [InlineData("sqs.us-east-1.amazonaws.com", "kms:Decrypt", false)]
    public void It_uses_the_key_of_its_bucket_through_S3_only(string service, string action, bool allowed) =>
        (Access.Decide(Role, action, Access.ArnOf("aws_kms_key.key"), new()
        {
            ["kms:ViaService"] = service,
            ["kms:EncryptionContext:aws:s3:arn"] = Bucket,
        }) == Decision.Allowed).Should().Be(allowed);

    private static string Role => Access.Roles.Single(role => role.StartsWith("clicks-to-lake", StringComparison.Ordinal));
}
