using System.Text.Json.Nodes;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Tests.Review.Policies;

public sealed class PolicyDocumentTests
{
    private static readonly TerraformExpressions Expressions =
        new(new Dictionary<string, string> { ["aws_kinesis_stream.clicks.arn"] = "arn:clicks" });

    [Fact]
    public void Both_ways_of_writing_say_the_same() =>
        OfTerraform("""
            {
              "statement": [
                {
                  "sid": "Put",
                  "actions": ["kinesis:PutRecord"],
                  "resources": ["${aws_kinesis_stream.clicks.arn}/&{aws:username}", "a/$${aws:userid}"],
                  "principals": [{"type": "Service", "identifiers": ["iot.amazonaws.com"]}, {"type": "AWS", "identifiers": ["1", "2"]}],
                  "condition": [{"test": "StringEquals", "variable": "kms:ViaService", "values": ["kinesis"]}]
                },
                {
                  "effect": "Deny",
                  "not_actions": ["iam:*"],
                  "not_resources": ["*"],
                  "not_principals": [{"type": "*", "identifiers": ["*"]}]
                }
              ]
            }
            """).Should().BeEquivalentTo(PolicyDocument.Parse("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Put",
                  "Effect": "Allow",
                  "Action": "kinesis:PutRecord",
                  "Resource": ["arn:clicks/${aws:username}", "a/${aws:userid}"],
                  "Principal": {"Service": "iot.amazonaws.com", "AWS": ["1", "2"]},
                  "Condition": {"StringEquals": {"kms:ViaService": "kinesis"}}
                },
                {"Effect": "Deny", "NotAction": "iam:*", "NotResource": "*", "NotPrincipal": "*"}
              ]
            }
            """));

    [Fact]
    public void Values_of_conditions_may_be_no_strings() =>
        PolicyDocument.Parse("""
            {"Statement": {
              "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"a": true}, "NumericEquals": {"b": [1, 2]}}
            }}
            """).Statements.Single().Conditions.Should().BeEquivalentTo(
            [new Condition("Bool", "a", ["true"]), new Condition("NumericEquals", "b", ["1", "2"])]);

    [Fact]
    public void The_old_version_has_no_variables() => PolicyDocument.Parse("""{"Statement":[]}""").HasVariables.Should().BeFalse();

    [Theory]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"*"}}""", "policy: Effect must be Allow or Deny, got 'allow'")]
    [InlineData("""{"Statement":{"Action":"*"}}""", "policy: Effect must be Allow or Deny, got ''")]
    [InlineData("""{"Statements":[]}""", "policy: no element 'Statements', but Version, Id, Statement")]
    [InlineData("""{"Statement":{"Effect":"Allow","Actions":"*"}}""",
        "policy: no element 'Actions', but Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition")]
    [InlineData("""{"Statement":{"Sid":"Put","Effect":"Allow","Resource":"*"}}""", "policy: statement 'Put' has no action")]
    [InlineData("""{"Statement":{"Sid":"Put","Effect":"Allow","Action":"*","Resource":[]}}""", "policy: statement 'Put' has no resource")]
    public void What_IAM_would_refuse_is_refused(string json, string message) =>
        FluentActions.Invoking(() => PolicyDocument.Parse(json)).Should().Throw<FormatException>().WithMessage(message);

    [Fact]
    public void What_is_not_understood_of_a_data_source_is_refused() =>
        FluentActions.Invoking(() => OfTerraform("""{"override_policy_documents":[]}"""))
            .Should().Throw<FormatException>()
            .WithMessage("policy: no element 'override_policy_documents', but //, version, policy_id, provider, statement");

    private static PolicyDocument OfTerraform(string data) =>
        PolicyDataSource.Read(JsonNode.Parse(data)!.AsObject(), PolicyDataSource.Resolving(Expressions));
}
