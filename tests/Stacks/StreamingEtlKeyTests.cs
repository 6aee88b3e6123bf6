using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using static Tests.Stacks.AccessOfThePipeline;

namespace Tests.Stacks;

/// <summary>One key encrypts everything in the streaming ETL. Each role may use the key for its own resources only.</summary>
public sealed class StreamingEtlKeyTests
{
    private static readonly string[] Decrypt = ["kms:Decrypt"];
    private static readonly string[] Encrypt = ["kms:GenerateDataKey"];
    private static readonly string[] Both = [.. Decrypt, .. Encrypt];

    /// <summary>The purposes of a request to the key, and the context of each.</summary>
    private static readonly Dictionary<string, Context> Uses = new()
    {
        ["stream"] = Through("kinesis", "aws:kinesis:arn", StreamArn),
        ["lake"] = Through("s3", "aws:s3:arn", Lake),
        ["failures"] = Through("s3", "aws:s3:arn", Failures),
        ["staging"] = Through("s3", "aws:s3:arn", Staging),
        ["code"] = Through("s3", "aws:s3:arn", Code),
        ["secret"] = Through("secretsmanager", "SecretARN", Secret),
        ["environment of aggregate"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{FunctionArn}-aggregate" },
        ["environment of transform"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{FunctionArn}-transform" },
        ["nothing"] = [],
        ["another stream"] = Through("kinesis", "aws:kinesis:arn", $"{StreamArn}2"),
        ["another bucket"] = Through("s3", "aws:s3:arn", $"{Lake}2"),
        ["another secret"] = Through("secretsmanager", "SecretARN", $"{Secret}2"),
        ["another environment"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{FunctionArn}-aggregate2" },
        ["Kinesis of another region"] = Through("kinesis", "aws:kinesis:arn", StreamArn, "eu-west-1"),
        ["a bucket in the name of the stream"] = Through("s3", "aws:kinesis:arn", StreamArn),
        ["a stream that is not named"] = new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com" },
        ["a bucket that is not named"] = new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com" },
    };

    /// <summary>The actions that each role must be allowed with the key, by purpose.</summary>
    private static readonly Dictionary<string, (string Use, string[] Actions)[]> Keyholders = new()
    {
        ["transform"] = [],
        ["aggregate"] = [("stream", Decrypt), ("failures", Encrypt), ("environment of aggregate", Decrypt)],
        ["to-lake"] = [("stream", Decrypt), ("lake", Both)],
        ["lake"] = [("lake", Decrypt)],
        ["search"] = [("failures", Both)],
        ["to-warehouse"] = [("stream", Decrypt), ("staging", Both), ("secret", Decrypt)],
        ["flink"] = [("stream", Decrypt), ("code", Decrypt)],
        ["stream_scaling_worker"] = [],
        ["stream_scaling_starter"] = [],
    };

    public static TheoryData<string> Roles => new(Keyholders.Keys);

    [Fact]
    public void Every_role_of_the_stack_is_covered() => Access.Roles.Should().BeEquivalentTo(Keyholders.Keys.Select(Role));

    [Theory, MemberData(nameof(Roles))]
    public void A_role_may_use_the_key_for_its_own_resources_only(string role)
    {
        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in Uses
                  where Access.Decide(Role(role), action, Key, use.Value) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().BeEquivalentTo(Keyholders[role].SelectMany(use => use.Actions.Select(action => $"{action} for {use.Use}")));
    }

    [Fact]
    public void A_copy_of_the_lake_is_encrypted_by_its_own_key_in_its_own_region()
    {
        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in new Dictionary<string, Context>
                  {
                      ["the copies"] = Through("s3", "aws:s3:arn", Copies, "eu-west-1"),
                      ["another bucket"] = Through("s3", "aws:s3:arn", $"{Copies}2", "eu-west-1"),
                      ["a bucket here"] = Through("s3", "aws:s3:arn", Copies),
                  }
                  where Access.Decide(Role("lake"), action, CopiesKey, use.Value) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().BeEquivalentTo("kms:Encrypt for the copies", "kms:GenerateDataKey for the copies");
    }

    [Theory]
    [InlineData("stream_producer-policy", "kms:GenerateDataKey for stream")]
    [InlineData("stream_consumer-policy", "kms:Decrypt for stream")]
    public void A_policy_of_the_stream_allows_the_key_for_the_stream_only(string policy, string only)
    {
        var attached = Access.ManagedPolicy(Access.ManagedPolicies.Single(id => id.StartsWith(policy, StringComparison.Ordinal)));

        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in Uses
                  where Decide($"arn:aws:iam::{Account}:role/app", action, use.Value, attached) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().Equal(only);
    }

    [Fact]
    public void CloudWatch_Logs_may_use_the_key_for_each_log_of_the_stack_and_no_other()
    {
        var groups = All("aws_cloudwatch_log_group", "").Where(arn => !arn.EndsWith("-scaling", StringComparison.Ordinal)).ToArray();

        groups.Should().HaveCountGreaterThan(10);
        foreach (var arn in groups)
            foreach (var action in new[] { "kms:Decrypt", "kms:GenerateDataKey" })
            {
                OfLogs(action, arn).Should().Be(Decision.Allowed, arn);
                OfLogs(action, $"{arn}2").Should().Be(Decision.ImplicitlyDenied, arn);
            }

        static Decision OfLogs(string action, string group) =>
            Decide("logs.us-east-1.amazonaws.com", action, new() { ["kms:EncryptionContext:aws:logs:arn"] = group });
    }

    private static Decision Decide(string principal, string action, Context context, params PolicyDocument[] policies) => Evaluator.Decide(
        new() { Action = action, Resource = Key, Principal = principal, Context = context },
        policies,
        Access.ResourcePoliciesOf(Key),
        resourcePolicyIsAuthoritative: true);
}
