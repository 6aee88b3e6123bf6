using Nautilus.Review.Access;
using static Tests.Streaming.Streams.AccessOfAStream;

namespace Tests.Streaming.Streams;

/// <summary>Who may assume the roles that work with a stream.</summary>
public sealed class StreamTrustTests
{
    [Theory]
    [InlineData("sdk-producer", "ecs-tasks.amazonaws.com", "arn:aws:ecs:us-east-1:111122223333:task/x", true)]
    [InlineData("sdk-producer", "ecs-tasks.amazonaws.com", "arn:aws:ecs:us-east-1:999988887777:task/x", false)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks-to-s3", true)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/another", false)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:999988887777:deliverystream/clicks-to-s3", false)]
    [InlineData("delivery", "lambda.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks-to-s3", false)]
    [InlineData("flink", "kinesisanalytics.amazonaws.com",
        "arn:aws:kinesisanalytics:us-east-1:111122223333:application/clicks-sessions", true)]
    [InlineData("flink", "kinesisanalytics.amazonaws.com", "arn:aws:kinesisanalytics:us-east-1:111122223333:application/another", false)]
    [InlineData("function", "lambda.amazonaws.com", "arn:aws:lambda:us-east-1:111122223333:function:x", true)]
    [InlineData("function", "firehose.amazonaws.com", "arn:aws:lambda:us-east-1:111122223333:function:x", false)]
    public void A_service_assumes_a_role_only_for_the_resource_of_the_role(string role, string service, string source, bool allowed)
    {
        var context = new Context { ["aws:SourceArn"] = source, ["aws:SourceAccount"] = source.Split(':')[4] };

        (Access.DecideAssume(role, service, context) == Decision.Allowed).Should().Be(allowed);
    }

    [Theory]
    [InlineData(EverythingOfAStream.Databricks, "0000-1111-2222", true)]
    [InlineData(EverythingOfAStream.Databricks, "another", false)]
    [InlineData(EverythingOfAStream.Databricks, null, false)]
    [InlineData("arn:aws:iam::414351767826:role/another", "0000-1111-2222", false)]
    [InlineData("arn:aws:iam::999988887777:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL", "0000-1111-2222", false)]
    public void Databricks_assumes_its_role_as_itself_and_with_the_external_id(string principal, string? externalId, bool allowed)
    {
        var context = externalId is null ? [] : new Context { ["sts:ExternalId"] = externalId };

        (Access.DecideAssume("databricks", principal, context, Everything) == Decision.Allowed).Should().Be(allowed);
    }
}
