using System.Text.Json;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;

namespace Tests.Review.Access;

public sealed class GrantsTests
{
    private const string Stack = """
        {
          "data": {
            "aws_iam_policy_document": {
              "trust": {"statement": [{
                "actions": ["sts:AssumeRole"],
                "principals": [{"type": "Service", "identifiers": ["iot.amazonaws.com"]}],
                "condition": [{
                  "test": "StringEquals",
                  "variable": "aws:SourceAccount",
                  "values": ["${element(split(\":\", aws_kinesis_stream.clicks.arn), 4)}"]
                }]
              }]},
              "put": {"statement": [{"sid": "Put", "actions": ["kinesis:PutRecord"], "resources": ["${aws_kinesis_stream.clicks.arn}"]}]},
              "encrypt": {
                "source_policy_documents": ["${data.aws_iam_policy_document.put.json}"],
                "statement": [{"sid": "Encrypt", "actions": ["kms:GenerateDataKey"], "resources": ["${aws_kms_key.key.arn}"]}]
              },
              "key": {"statement": [{
                "sid": "Account", "actions": ["kms:*"], "resources": ["*"],
                "principals": [{
                  "type": "AWS",
                  "identifiers": ["arn:aws:iam::${element(split(\":\", aws_kinesis_stream.clicks.arn), 4)}:root"]
                }]
              }]},
              "queue": {"statement": [{
                "sid": "Send", "actions": ["sqs:SendMessage"], "resources": ["${aws_sqs_queue.failed.arn}"],
                "principals": [{"type": "AWS", "identifiers": ["${aws_iam_role.other.arn}"]}]
              }]}
            }
          },
          "resource": {
            "aws_kinesis_stream": {"clicks": {"name": "clicks"}},
            "aws_kms_key": {"key": {"policy": "${data.aws_iam_policy_document.key.json}"}, "plain": {}},
            "aws_iam_role": {
              "rule": {"name": "clicks-rule", "assume_role_policy": "${data.aws_iam_policy_document.trust.json}"},
              "other": {"name": "other", "assume_role_policy": "${data.aws_iam_policy_document.trust.json}"},
              "foreign": {"name": "foreign", "assume_role_policy": "${data.aws_iam_policy_document.trust.json}"},
              "bounded": {"name": "bounded", "assume_role_policy": "", "permissions_boundary": "arn"}
            },
            "aws_iam_policy": {"put": {"policy": "${data.aws_iam_policy_document.encrypt.json}"}},
            "aws_iam_role_policy_attachment": {
              "rule": {"role": "${aws_iam_role.rule.name}", "policy_arn": "${aws_iam_policy.put.arn}"},
              "foreign": {"role": "${aws_iam_role.foreign.name}", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}
            },
            "aws_iam_role_policy": {
              "inline": {
                "role": "${aws_iam_role.rule.id}",
                "policy": "{\"Statement\":{\"Sid\":\"List\",\"Effect\":\"Allow\",\"Action\":\"kinesis:ListStreams\",\"Resource\":\"*\"}}"
              }
            },
            "aws_sqs_queue": {"failed": {"name": "failed"}},
            "aws_sqs_queue_policy": {"failed": {
              "queue_url": "${aws_sqs_queue.failed.url}",
              "policy": "${data.aws_iam_policy_document.queue.json}"
            }},
            "aws_kinesis_resource_policy": {"clicks": {
              "resource_arn": "${aws_kinesis_stream.clicks.arn}",
              "policy": SHARE
            }}
          }
        }
        """;

    private const string Share = """
        {"Statement": {
          "Sid": "Share", "Effect": "Allow", "Principal": "*",
          "Action": "kinesis:GetRecords", "Resource": "${aws_kinesis_stream.clicks.arn}"
        }}
        """;

    private static readonly Grants Access = Grants.Of(Stack.Replace("SHARE", JsonSerializer.Serialize(Share)));

    [Fact]
    public void A_role_has_its_attached_and_its_inline_policies() =>
        Sids(Access.PoliciesOf("rule")).Should().Equal("Put", "Encrypt", "List");

    [Fact]
    public void A_role_without_policies_has_none() => Access.PoliciesOf("other").Should().BeEmpty();

    [Fact]
    public void A_managed_policy_is_found_by_its_logical_id() => Sids([Access.ManagedPolicy("put")]).Should().Equal("Put", "Encrypt");

    [Fact]
    public void References_in_a_policy_are_resolved() =>
        Access.ManagedPolicy("put").Statements[0].Resources.Should().Equal("arn:aws:kinesis:us-east-1:111122223333:stream/clicks");

    [Fact]
    public void Resource_policies_are_found_by_the_ARN() =>
        new[] { "aws_kinesis_stream.clicks", "aws_kms_key.key", "aws_sqs_queue.failed" }
            .SelectMany(address => Sids(Access.ResourcePoliciesOf(Access.ArnOf(address)))).Should().Equal("Share", "Account", "Send");

    [Fact]
    public void A_key_without_a_policy_is_the_accounts() =>
        Access.ResourcePoliciesOf(Access.ArnOf("aws_kms_key.plain")).Single().Statements.Single().Principals.Should().Equal(
            new Principal("AWS", "arn:aws:iam::111122223333:root"));

    [Theory]
    [InlineData("rule", "kinesis:PutRecord", "aws_kinesis_stream.clicks", "Allowed")]
    [InlineData("rule", "kinesis:PutRecords", "aws_kinesis_stream.clicks", "ImplicitlyDenied")]
    [InlineData("other", "kinesis:GetRecords", "aws_kinesis_stream.clicks", "Allowed")]
    [InlineData("rule", "kms:GenerateDataKey", "aws_kms_key.key", "Allowed")]
    [InlineData("rule", "kms:GenerateDataKey", "aws_kms_key.plain", "ImplicitlyDenied")]
    [InlineData("other", "kms:GenerateDataKey", "aws_kms_key.key", "ImplicitlyDenied")]
    [InlineData("other", "sqs:SendMessage", "aws_sqs_queue.failed", "Allowed")]
    public void A_role_may_do_what_the_stack_grants_it(string role, string action, string address, string decision) =>
        Access.Decide(role, action, Access.ArnOf(address)).ToString().Should().Be(decision);

    [Theory]
    [InlineData("iot.amazonaws.com", "111122223333", "Allowed")]
    [InlineData("iot.amazonaws.com", "444455556666", "ImplicitlyDenied")]
    [InlineData("lambda.amazonaws.com", "111122223333", "ImplicitlyDenied")]
    public void A_role_is_assumed_by_whom_it_trusts(string principal, string account, string decision) =>
        Access.DecideAssume("rule", principal, new() { ["aws:SourceAccount"] = account }).ToString().Should().Be(decision);

    [Fact]
    public void A_policy_of_somebody_else_is_refused() => Asking("foreign").Should().Be(
        "role 'foreign': the stack does not contain policy 'arn:aws:iam::aws:policy/ReadOnlyAccess'");

    [Fact]
    public void A_boundary_is_refused() => Asking("bounded").Should().Be("role 'bounded': permissions_boundary is not understood");

    [Fact]
    public void A_role_that_is_not_there_is_named() => Asking("nobody").Should().Be(
        "the stack has no aws_iam_role.nobody, but: rule, other, foreign, bounded");

    private static string Asking(string role) =>
        FluentActions.Invoking(() => Access.PoliciesOf(role)).Should().Throw<Exception>().Which.Message;

    private static IEnumerable<string?> Sids(IEnumerable<PolicyDocument> policies) =>
        policies.SelectMany(policy => policy.Statements).Select(statement => statement.Sid);
}
