using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Tests.Review.Terraform;

public sealed class TerraformExpressionsTests
{
    private static readonly TerraformExpressions Expressions = new(new Dictionary<string, string>
    {
        ["aws_kinesis_stream.clicks.arn"] = "arn:aws:kinesis:us-east-1:111122223333:stream/${aws_kinesis_stream.clicks.name}",
        ["aws_kinesis_stream.clicks.name"] = "clicks",
        ["data.aws_partition.current.partition"] = "aws",
        ["aws_subnet.a.id"] = "subnet-a",
        ["local.ranges[\"us-east-1\"]"] = "52.70.63.192/27",
        ["aws_sqs_queue.one.name"] = "${aws_sqs_queue.two.name}",
        ["aws_sqs_queue.two.name"] = "${aws_sqs_queue.one.name}",
    });

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("${aws_kinesis_stream.clicks.name}", "clicks")]
    [InlineData("${ aws_kinesis_stream.clicks.name }", "clicks")]
    [InlineData("${aws_kinesis_stream.clicks.arn}/consumer/*", "arn:aws:kinesis:us-east-1:111122223333:stream/clicks/consumer/*")]
    [InlineData("arn:${data.aws_partition.current.partition}:s3:::b/*", "arn:aws:s3:::b/*")]
    [InlineData("${aws_subnet.a[0].id}", "subnet-a")]
    [InlineData("${aws_subnet.a[\"x\"].id}", "subnet-a")]
    [InlineData("$${aws:username}", "${aws:username}")]
    [InlineData("&{aws:username}", "&{aws:username}")]
    [InlineData("${element(split(\":\", aws_kinesis_stream.clicks.arn), 4)}", "111122223333")]
    [InlineData("${split(\":\", aws_kinesis_stream.clicks.arn)[3]}", "us-east-1")]
    [InlineData("${element([\"a\", \"b\"], 3)}", "b")]
    [InlineData("${local.ranges[element(split(\":\", aws_kinesis_stream.clicks.arn), 3)]}", "52.70.63.192/27")]
    [InlineData("${join(\"/\", [\"a\", aws_kinesis_stream.clicks.name], split(\"-\", \"x-y\"))}", "a/clicks/x/y")]
    [InlineData("${format(\"%s-%d%%\", aws_kinesis_stream.clicks.name, 5)}", "clicks-5%")]
    [InlineData("${replace(replace(\"a.b.c\", \".\", \"-\"), \"/-(\\\\w)$/\", \"+$1\")}", "a-b+c")]
    [InlineData("${\"stream/${aws_kinesis_stream.clicks.name}\"}", "stream/clicks")]
    public void Resolves(string template, string text) => Expressions.Resolve(template).Should().Be(text);

    [Theory]
    [InlineData("x${aws_kinesis_stream.other.arn}",
        "can't resolve 'x${aws_kinesis_stream.other.arn}': no value for 'aws_kinesis_stream.other.arn'")]
    [InlineData("${element(split(\":\", var.arn), 4)}", "can't resolve '${element(split(\":\", var.arn), 4)}': no value for 'var.arn'")]
    [InlineData("${upper(\"a\")}", "can't resolve '${upper(\"a\")}': function 'upper' with 1 argument(s) is not known here")]
    [InlineData("${split(\":\", \"a:b\")}", "can't resolve '${split(\":\", \"a:b\")}': a string is needed, got a list")]
    [InlineData("${element(\"a\", 0)}", "can't resolve '${element(\"a\", 0)}': a list is needed, got 'a'")]
    [InlineData("${aws_subnet.a.id == 1}", "can't resolve '${aws_subnet.a.id == 1}': '== 1}' is not understood")]
    [InlineData("${aws_subnet.a.id", "can't resolve '${aws_subnet.a.id': '' is not understood")]
    [InlineData("${aws_sqs_queue.one.name}", "'aws_sqs_queue.one.name' refers to itself")]
    public void What_can_not_be_resolved_is_named(string template, string message) =>
        FluentActions.Invoking(() => Expressions.Resolve(template)).Should().Throw<FormatException>().Which.Message.Should().Be(message);

    [Theory]
    [InlineData("aws_kinesis_stream.clicks.arn", "arn:aws:kinesis:eu-west-1:444455556666:stream/clicks-dev")]
    [InlineData("aws_kinesis_stream.clicks.id", "arn:aws:kinesis:eu-west-1:444455556666:stream/clicks-dev")]
    [InlineData("aws_kinesis_stream.clicks.shard_count", "2")]
    [InlineData("aws_kinesis_stream_consumer.etl.arn", "arn:aws:kinesis:eu-west-1:444455556666:stream/clicks-dev/consumer/etl:1700000000")]
    [InlineData("aws_iam_role.rule.arn", "arn:aws:iam::444455556666:role/service/rule")]
    [InlineData("aws_iam_role.rule.id", "rule")]
    [InlineData("aws_iam_policy.put.arn", "arn:aws:iam::444455556666:policy/put")]
    [InlineData("aws_dynamodb_table.lease.arn", "arn:aws:dynamodb:eu-west-1:444455556666:table/lease")]
    [InlineData("aws_sqs_queue.failed.arn", "arn:aws:sqs:eu-west-1:444455556666:failed")]
    [InlineData("aws_sqs_queue.failed.id", "https://sqs.eu-west-1.amazonaws.com/444455556666/failed")]
    [InlineData("aws_sns_topic.alarms.arn", "arn:aws:sns:eu-west-1:444455556666:alarms")]
    [InlineData("aws_s3_bucket.archive.arn", "arn:aws:s3:::archive-444455556666")]
    [InlineData("aws_s3_bucket.archive.id", "archive-444455556666")]
    [InlineData("aws_cloudwatch_log_group.log.arn", "arn:aws:logs:eu-west-1:444455556666:log-group:/aws/lambda/etl")]
    [InlineData("aws_lambda_function.etl.arn", "arn:aws:lambda:eu-west-1:444455556666:function:etl")]
    [InlineData("aws_iot_topic_rule.telemetry.arn", "arn:aws:iot:eu-west-1:444455556666:rule/telemetry")]
    [InlineData("data.aws_partition.current.partition", "aws")]
    [InlineData("data.aws_iam_policy_document.put.json", "${data.aws_iam_policy_document.put.json}")]
    public void Attributes_of_a_stack_are_invented(string reference, string value) =>
        OfStack.Resolve($"${{{reference}}}").Should().Be(value);

    [Fact]
    public void A_key_has_an_id_that_stays() => OfStack.Resolve("${aws_kms_key.key.arn}").Should()
        .MatchRegex("^arn:aws:kms:eu-west-1:444455556666:key/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        .And.Be(OfStack.Resolve("${aws_kms_key.key.arn}"))
        .And.EndWith(OfStack.Resolve("${aws_kms_key.key.key_id}"))
        .And.NotBe(OfStack.Resolve("${aws_kms_key.other.arn}"));

    private static TerraformExpressions OfStack => new(SampleAttributes.Of(JsonNode.Parse("""
        {
          "data": {
            "aws_partition": {"current": {}},
            "aws_caller_identity": {"me": {}},
            "aws_iam_policy_document": {"put": {}}
          },
          "resource": {
            "aws_kinesis_stream": {"clicks": {"name": "${aws_kinesis_stream_consumer.etl.prefix}-dev", "shard_count": 2}},
            "aws_kinesis_stream_consumer": {"etl": {"prefix": "clicks", "name": "etl", "stream_arn": "${aws_kinesis_stream.clicks.arn}"}},
            "aws_kms_key": {"key": {}, "other": {}},
            "aws_iam_role": {"rule": {"path": "/service/"}},
            "aws_iam_policy": {"put": {"name": "put"}},
            "aws_dynamodb_table": {"lease": {}},
            "aws_sqs_queue": {"failed": {}},
            "aws_sns_topic": {"alarms": {}},
            "aws_s3_bucket": {"archive": {"bucket": "archive-${data.aws_caller_identity.me.account_id}"}},
            "aws_cloudwatch_log_group": {"log": {"name": "/aws/lambda/${aws_lambda_function.etl.function_name}"}},
            "aws_lambda_function": {"etl": {}},
            "aws_iot_topic_rule": {"telemetry": {}}
          }
        }
        """)!, "444455556666", "eu-west-1"));
}
