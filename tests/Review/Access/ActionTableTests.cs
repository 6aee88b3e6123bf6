using Nautilus.Review.Access;
using Nautilus.Review.Policies;

namespace Tests.Review.Access;

public sealed class ActionTableTests
{
    private const string Stream = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string Consumer = Stream + "/consumer/etl:1700000000";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/0c8b6ee2-5d21-4d0a-9c61-1f9f3a1d2b3c";
    private const string Log = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/etl";

    [Theory]
    [InlineData("kinesis:PutRecord kinesis:PutRecords kinesis:ListShards", Stream)]
    [InlineData("kinesis:SubscribeToShard kinesis:DescribeStreamConsumer", Consumer)]
    [InlineData("kinesis:SubscribeToShard", Stream + "/consumer/*")]
    [InlineData("kinesis:SubscribeToShard", Stream + "/consumer/etl:*")]
    [InlineData("kinesis:PutRecord", "arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream}")]
    [InlineData("KINESIS:putrecord", Stream)]
    [InlineData("kinesis:ListStreams", "*")]
    [InlineData("kinesis:UpdateShardCount kinesis:DescribeStreamSummary", Stream)]
    [InlineData("kinesis:UpdateShardCount", "*")]
    [InlineData("cloudwatch:PutMetricData xray:PutTraceSegments", "*")]
    [InlineData("cloudwatch:GetMetricData logs:CreateLogDelivery", "*")]
    [InlineData("kms:GenerateDataKey* kms:Decrypt", Key)]
    [InlineData("s3:PutObject s3:ListBucket", "arn:aws:s3:::archive arn:aws:s3:::archive/*")]
    [InlineData("logs:CreateLogStream logs:PutLogEvents", Log + ":*")]
    [InlineData("logs:PutLogEvents", Log + ":log-stream:a/b")]
    [InlineData("logs:DescribeLogGroups", "arn:aws:logs:us-east-1:111122223333:log-group:*")]
    [InlineData("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:111122223333:function:etl:live")]
    [InlineData("dynamodb:Query", "arn:aws:dynamodb:us-east-1:111122223333:table/lease/index/*")]
    [InlineData("es:ESHttpPost", "arn:aws:es:us-east-1:111122223333:domain/search/*")]
    [InlineData("iot:Publish", "arn:aws:iot:us-east-1:111122223333:topic/devices/${iot:Connection.Thing.ThingName}/telemetry")]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:role/service/rule")]
    public void A_policy_that_AWS_can_heed_has_no_complaints(string actions, string resources) =>
        Complaints(actions, resources).Should().BeEmpty();

    [Theory]
    [InlineData("kinesis:PutRecrod", Stream, "kinesis:PutRecrod is no action")]
    [InlineData("kinesis:Puts*", Stream, "kinesis:Puts* matches no action")]
    [InlineData("kinsis:PutRecord", Stream, "kinsis:PutRecord is of no service that iam-data/actions.json knows")]
    [InlineData("kinesis:PutRecord", "*", "kinesis:PutRecord is allowed on *, but takes stream")]
    [InlineData("kinesis:Describe*", "*", "kinesis:Describe* is allowed on *, but takes channel, consumer, stream")]
    [InlineData("s3:*", "*",
        "s3:* is allowed on *, but takes accessgrant, accessgrantsinstance, accessgrantslocation, accesspoint, accesspointobject, …")]
    [InlineData("kinesis:PutRecord kinesis:SubscribeToShard", Stream,
        "kinesis:SubscribeToShard takes consumer, and none of " + Stream + " is one")]
    [InlineData("kinesis:GetRecords kinesis:ListStreams", Stream, "kinesis:ListStreams takes no resource: it needs *")]
    [InlineData("kinesis:PutRecord", Stream + " " + Key, "no action takes " + Key)]
    [InlineData("kinesis:PutRecord", Stream + " " + Consumer, "no action takes " + Consumer)]
    [InlineData("s3:PutObject", "arn:aws:s3:::archive/* arn:aws:s3:::archive", "no action takes arn:aws:s3:::archive")]
    [InlineData("logs:PutLogEvents logs:DescribeLogStreams", Log, "logs:PutLogEvents takes log-stream, and none of " + Log + " is one")]
    [InlineData("kinesis:UpdateShardCount kinesis:DescribeStreamConsumer", Consumer,
        "kinesis:UpdateShardCount takes stream, and none of " + Consumer + " is one")]
    public void A_policy_that_AWS_would_not_heed_has_a_complaint(string actions, string resources, string complaint) =>
        Complaints(actions, resources).Should().Equal($"statement 'Some': {complaint}");

    [Theory]
    [InlineData("xray:PutTraceSegments", true)]
    [InlineData("kinesis:UpdateShardCount", true)]
    [InlineData("kinesis:PutRecord", false)]
    [InlineData("logs:*LogDelivery", true)]
    [InlineData("logs:*", false)]
    [InlineData("unheard:Of", false)]
    public void Only_actions_without_resources_may_be_on_everything(string pattern, bool may) =>
        ActionTable.Current.MayBeOnEverything(pattern).Should().Be(may);

    [Fact]
    public void Complaints_name_a_statement_without_a_sid_by_its_number() =>
        Complaints("""
            {"Effect":"Allow","Action":"kinesis:ListStreams","Resource":"*"},
            {"Effect":"Allow","Action":"kinesis:Put","Resource":"*"}
            """).Should().Equal("statement '2': kinesis:Put is no action");

    [Fact]
    public void An_action_and_a_resource_that_miss_each_other_are_both_named() =>
        Complaints("kinesis:PutRecord", Key).Should().Equal(
            $"statement 'Some': kinesis:PutRecord takes stream, and none of {Key} is one",
            $"statement 'Some': no action takes {Key}");

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"kinesis:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Deny","NotAction":"kinesis:*","Resource":"*"}""")]
    public void Denials_and_policies_of_a_resource_may_say_everything(string statement) => Complaints(statement).Should().BeEmpty();

    [Fact]
    public void What_is_denied_must_exist_all_the_same() =>
        Complaints("""{"Effect":"Deny","NotAction":"kinesis:PutRecrod","Resource":"*"}""").Should().Equal(
            "statement '1': kinesis:PutRecrod is no action");

    [Fact]
    public void Each_exception_names_actions_that_the_reference_gives_no_resource_of_their_own() =>
        TableException.All.SelectMany(exception => exception.Actions)
            .Where(action => ActionTable.Current.TypesOf(action) is not ([] or ["dataset"]))
            .Should().BeEmpty();

    [Fact]
    public void Each_exception_has_a_reason() => TableException.All.Select(it => $"{it.Name}: {it.Reason}").Should().Equal(
        "Streams are changed one by one: AWS's own aws-samples/kinesis-auto-scaling scopes UpdateShardCount to streams",
        "Log groups are described by pattern: the Managed Flink guide scopes DescribeLogGroups to log-group ARNs",
        "Metrics have no ARN: a dataset is optional; PutMetricData is limited by the condition key cloudwatch:namespace");

    private static IReadOnlyList<string> Complaints(string actions, string resources) => ActionTable.Current.Complaints(new(
        [new() { Sid = "Some", Effect = Effect.Allow, Actions = actions.Split(' '), Resources = resources.Split(' ') }]));

    private static IReadOnlyList<string> Complaints(string statements) =>
        ActionTable.Current.Complaints(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
}
