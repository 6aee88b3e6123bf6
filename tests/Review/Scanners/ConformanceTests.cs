using Nautilus.Review.Policies;
using Nautilus.Review.Scanners;
using Nautilus.Review.Terraform;

namespace Tests.Review.Scanners;

public sealed class ConformanceTests
{
    public static IEnumerable<object[]> RulesOnStacks =>
        from stack in JudgedStacks.All
        from rule in ScannerRules.All
        from id in rule.Ids
        select new object[] { id, stack.Name };

    public static TheoryData<string> Stacks => new(JudgedStacks.All.Select(stack => stack.Name));

    public static TheoryData<string> WaiversByName => new(StackWaivers.All.Select(waiver => waiver.ToString()));

    [Theory, MemberData(nameof(RulesOnStacks))]
    public void A_stack_keeps_the_rule_or_has_a_waiver(string rule, string stack)
    {
        var violations = ScannerRules.WithId(rule).Violations(rule, Judged(stack))
            .Where(violation => !StackWaivers.All.Any(waiver => waiver.Covers(violation)))
            .ToArray();

        if (violations.Length > 0)
            Assert.Fail(
                $"{string.Join('\n', violations.AsEnumerable())}\n" +
                "Fix the stack, or give the reason why it is right in tests/Review/Scanners/StackWaivers.cs.");
    }

    [Theory, MemberData(nameof(WaiversByName))]
    public void A_waiver_still_waives_something(string waiver)
    {
        var named = StackWaivers.All.Single(one => one.ToString() == waiver);

        JudgedStacks.All.SelectMany(stack => ScannerRules.WithId(named.Rule).Violations(named.Rule, stack))
            .Should().Contain(violation => named.Covers(violation), "a waiver that waives nothing must go");
    }

    [Theory, MemberData(nameof(Stacks))]
    public void No_policy_document_escapes_the_rules(string stack) =>
        PolicyCarriers.DocumentsNobodyReads(Judged(stack)).Should().BeEmpty("PolicyCarriers must name the types that carry them");

    private static SynthesizedStack Judged(string name) => JudgedStacks.All.Single(stack => stack.Name == name);
}
