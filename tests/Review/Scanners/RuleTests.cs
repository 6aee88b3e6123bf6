using Nautilus.Review.Scanners;

namespace Tests.Review.Scanners;

/// <summary>A rule that no stack's resources exercise can still fail, and pass.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Rules => new(ScannerRules.All.Select(rule => rule.Ids[0]));

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_brings_samples(string rule)
    {
        ScannerRules.WithId(rule).Violated.Should().NotBeEmpty();
        ScannerRules.WithId(rule).Satisfied.Should().NotBeEmpty();
    }

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_catches_what_it_is_for(string rule)
    {
        foreach (var sample in ScannerRules.WithId(rule).Violated)
            ViolationsIn(sample, rule).Should().NotBeEmpty("this breaks the rule: {0}", sample);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_accepts_what_satisfies_it(string rule)
    {
        var it = ScannerRules.WithId(rule);
        foreach (var sample in it.Satisfied)
        {
            it.Subjects(Sample.Read(sample, it.Types[0])).Should().NotBeEmpty("the rule is about this: {0}", sample);
            ViolationsIn(sample, rule).Should().BeEmpty("this keeps the rule: {0}", sample);
        }
    }

    [Fact]
    public void An_id_stands_for_one_rule() => ScannerRules.All.SelectMany(rule => rule.Ids).Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_violation_says_rule_stack_address_condition_and_value() =>
        ViolationsIn("""{ "retention_period": 48 }""", "Kinesis.3").Should().ContainSingle().Which.ToString().Should().Be(
            "Kinesis.3, Sample, aws_kinesis_stream.sample: retention_period must be 168 or more, got 48 in retention_period");

    [Fact]
    public void A_violation_in_a_policy_names_the_statement() =>
        ViolationsIn(Sample.Policy("""{ "sid": "Write", "actions": ["kinesis:*"], "resources": ["*"] }"""), "IAM.21")
            .Should().ContainSingle().Which.ToString().Should().Be(
                "IAM.21, Sample, aws_iam_policy.sample: no statement may allow all actions of a service, " +
                "got kinesis:* in actions of statement 'Write'");

    [Theory]
    [InlineData("aws_kinesis_stream", null, null, true)]
    [InlineData("aws_kinesis_stream.sample", "Sample", "48", true)]
    [InlineData("aws_kinesis_stream.other", null, null, false)]
    [InlineData("aws_kinesis_stream", "Other", null, false)]
    [InlineData("aws_kinesis_stream", null, "24", false)]
    public void A_waiver_covers_what_it_names_and_no_more(string on, string? stack, string? value, bool covers)
    {
        var violation = ViolationsIn("""{ "retention_period": 48 }""", "Kinesis.3").Single();

        new Waiver("Kinesis.3", on, "a reason") { Stack = stack, Value = value }.Covers(violation).Should().Be(covers);
        new Waiver("Kinesis.1", on, "a reason") { Stack = stack, Value = value }.Covers(violation).Should().BeFalse();
    }

    [Fact]
    public void All_rules_are_checked_at_once_except_for_waivers()
    {
        var stack = Sample.Read("""{ "encryption_type": "KMS", "kms_key_id": "${aws_kms_key.key.arn}" }""", "aws_kinesis_stream");
        Rule(ScannerRules.Violations(stack)).Should().Equal("AwsSolutions-KDS3", "Kinesis.2", "Kinesis.3", "KICS e38a8e0a");
        Rule(ScannerRules.Violations(stack, GeneralWaivers.All)).Should().Equal("Kinesis.2", "Kinesis.3", "KICS e38a8e0a");

        static IEnumerable<string> Rule(IEnumerable<Violation> violations) => violations.Select(violation => violation.Rule);
    }

    [Fact]
    public void Every_waiver_has_a_reason() => StackWaivers.All.Should().OnlyContain(waiver => waiver.Reason.Length > 20);

    private static Violation[] ViolationsIn(string sample, string rule) =>
        [.. ScannerRules.WithId(rule).Violations(rule, Sample.Read(sample, ScannerRules.WithId(rule).Types[0]))];
}
