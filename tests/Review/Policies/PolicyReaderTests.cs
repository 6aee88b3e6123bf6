using System.Text.Json;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Tests.Review.Policies;

public sealed class PolicyReaderTests
{
    private const string Documents = """
        {
          "put": {"statement": {
            "sid": "Put",
            "actions": ["iot:Publish"],
            "resources": ["arn:aws:iot:${element(split(\":\", aws_kinesis_stream.clicks.arn), 3)}:1:topic/&{iot:ClientId}"],
            "condition": [{"test": "StringEquals", "variable": "${aws_iam_role.writer.name}:sub", "values": ["a", "b"]}]
          }}
        }
        """;

    // As CDKTF writes them: quotes within an expression have no backslash.
    private const string Text = """
        {"Statement": [{
          "Sid": "Put", "Effect": "Allow", "Action": "iot:Publish",
          "Resource": "arn:aws:iot:${element(split(":", aws_kinesis_stream.clicks.arn), 3)}:1:topic/$${iot:ClientId}",
          "Condition": {"StringEquals": {"${aws_iam_role.writer.name}:sub": ["a", "b"]}}
        }]}
        """;

    private const string Function = """
        ${jsonencode({
          Version = "2012-10-17", "Statement" = [{
            "Sid": "Put", "Effect" = "Allow", "Action" = ["iot:Publish"],
            "Resource" = ["arn:aws:iot:${element(split(":", aws_kinesis_stream.clicks.arn), 3)}:1:topic/$${iot:ClientId}"],
            "Condition" = {"StringEquals" = {"${aws_iam_role.writer.name}:sub" = ["a", "b"]}}
          }]
        })}
        """;

    private static readonly TerraformExpressions Expressions = new(new Dictionary<string, string>
    {
        ["aws_kinesis_stream.clicks.arn"] = "arn:aws:kinesis:us-east-1:1:stream/clicks",
        ["aws_iam_role.writer.name"] = "writer",
    });

    [Theory]
    [InlineData("${data.aws_iam_policy_document.put.json}")]
    [InlineData(Text)]
    [InlineData(Function)]
    public void Three_ways_of_writing_a_policy_say_the_same(string policy) =>
        new PolicyReader(Expressions).Read(Carrying(policy), "policy")!.Statements.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new Statement
            {
                Sid = "Put",
                Effect = Effect.Allow,
                Actions = ["iot:Publish"],
                Resources = ["arn:aws:iot:us-east-1:1:topic/${iot:ClientId}"],
                Conditions = [new("StringEquals", "writer:sub", ["a", "b"])],
            });

    [Theory]
    [InlineData(Text)]
    [InlineData(Function)]
    public void Expressions_can_stay_as_they_are_written(string policy)
    {
        var statement = PolicyReader.AsWritten.Read(Carrying(policy), "policy")!.Statements.Single();
        statement.Resources.Should().Equal(
            "arn:aws:iot:${element(split(\":\", aws_kinesis_stream.clicks.arn), 3)}:1:topic/$${iot:ClientId}");
        statement.Conditions.Single().Key.Should().Be("${aws_iam_role.writer.name}:sub");
    }

    [Fact]
    public void An_expression_in_a_function_is_a_reference() =>
        PolicyReader.AsWritten.Read(
            Carrying("""${jsonencode({"Statement" = {"Effect" = "Allow", "Action" = "*", "Resource" = aws_kinesis_stream.clicks.arn}})}"""),
            "policy")!.Statements.Single().Resources.Should().Equal("${aws_kinesis_stream.clicks.arn}");

    [Fact]
    public void A_statement_replaces_the_one_with_its_sid()
    {
        var stack = new SynthesizedStack("merged", $$"""
            { "data": { "aws_iam_policy_document": {
              "base": {"statement": [{{Statement("A", "base")}}, {{Statement("B", "base")}}]},
              "other": {"statement": [{{Statement("B", "other")}}]},
              "all": {
                "source_policy_documents": ["${data.aws_iam_policy_document.base.json}"],
                "override_policy_documents": ["${data.aws_iam_policy_document.other.json}"],
                "statement": [{{Statement("A", "own")}}, {{Statement("C", "own")}}]
              }
            } } }
            """);
        PolicyReader.AsWritten.Read(stack.Find("data.aws_iam_policy_document.all")!).Statements
            .Select(statement => $"{statement.Sid} {statement.Resources.Single()}").Should().Equal("A own", "B other", "C own");

        static string Statement(string sid, string resource) =>
            $$"""{ "sid": "{{sid}}", "actions": ["kinesis:PutRecord"], "resources": ["{{resource}}"] }""";
    }

    [Theory]
    [InlineData("${var.policy}", "a policy must be JSON or a document of the stack, got ${var.policy}")]
    [InlineData("${jsonencode({\"Statement\" = })}", "jsonencode: '}' is not understood")]
    public void What_is_no_policy_is_named(string policy, string message) =>
        FluentActions.Invoking(() => PolicyReader.AsWritten.Read(Carrying(policy), "policy"))
            .Should().Throw<Exception>().WithMessage($"*{message}");

    private static Resource Carrying(string policy) => new SynthesizedStack("policies", $$"""
        {
          "data": { "aws_iam_policy_document": {{Documents}} },
          "resource": { "aws_iam_policy": { "put": { "policy": {{JsonSerializer.Serialize(policy)}} } } }
        }
        """).Find("aws_iam_policy.put")!;
}
