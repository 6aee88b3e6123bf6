using Nautilus.Review.Access;

namespace Tests.Review.Access;

public sealed class ConditionsTests
{
    private const string Arn = "arn:aws:iot:us-east-1:111122223333:rule/telemetry";

    /// <param name="name">The case.</param>
    /// <param name="test">The operator.</param>
    /// <param name="wanted">The policy's values, between bars.</param>
    /// <param name="actual">The request's values, between bars; null where the key is missing.</param>
    /// <param name="holds">Whether the condition holds.</param>
    [Theory]
    [InlineData("one of several values is enough", "StringEquals", "a|b", "b", true)]
    [InlineData("StringEquals heeds case", "StringEquals", "a", "A", false)]
    [InlineData("StringEquals has no wildcards", "StringEquals", "a*", "ab", false)]
    [InlineData("a missing key equals nothing", "StringEquals", "a", null, false)]
    [InlineData("several values of a negation are all refused", "StringNotEquals", "a|b", "b", false)]
    [InlineData("none of several values of a negation", "StringNotEquals", "a|b", "c", true)]
    [InlineData("a missing key differs from everything", "StringNotEquals", "a", null, true)]
    [InlineData("case can be ignored", "StringEqualsIgnoreCase", "a", "A", true)]
    [InlineData("case can be ignored in a negation", "StringNotEqualsIgnoreCase", "a", "A", false)]
    [InlineData("StringLike has wildcards", "StringLike", "dev-*-?", "dev-clicks-1", true)]
    [InlineData("StringLike covers the whole value", "StringLike", "clicks", "clicks-2", false)]
    [InlineData("StringLike heeds case", "StringLike", "A*", "abc", false)]
    [InlineData("StringNotLike is its negation", "StringNotLike", "dev-*", "dev-clicks", false)]
    [InlineData("a missing key is like nothing", "StringNotLike", "dev-*", null, true)]
    [InlineData("operators ignore case", "stringequals", "a", "a", true)]
    [InlineData("an ARN has wildcards within its parts", "ArnLike", "arn:aws:iot:*:111122223333:rule/*", Arn, true)]
    [InlineData("a wildcard does not leave its part of an ARN", "ArnLike", "arn:aws:sns:*:b:c", "arn:aws:sns:us-east-1:1:a:b:c", false)]
    [InlineData("the last part of an ARN is one", "ArnLike", "arn:aws:kinesis:*:*:*", "arn:aws:kinesis:r:1:stream/s/consumer/c:1", true)]
    [InlineData("ArnEquals has wildcards as well", "ArnEquals", "arn:aws:iot:*:*:rule/*", Arn, true)]
    [InlineData("what is no ARN is not like one", "ArnLike", "arn:aws:iot:*:*:rule/*", "telemetry", false)]
    [InlineData("ArnNotLike is the negation", "ArnNotLike", "arn:aws:iot:*:*:rule/*", Arn, false)]
    [InlineData("a missing ARN differs", "ArnNotEquals", "arn:aws:iot:*:*:rule/*", null, true)]
    [InlineData("Bool", "Bool", "true", "True", true)]
    [InlineData("Bool of another value", "Bool", "false", "true", false)]
    [InlineData("a missing key is neither true nor false", "Bool", "false", null, false)]
    [InlineData("Null: the key must be missing, and is", "Null", "true", null, true)]
    [InlineData("Null: the key must be missing, and is not", "Null", "true", "x", false)]
    [InlineData("Null: the key must be there, and is", "Null", "false", "x", true)]
    [InlineData("Null: the key must be there, and is not", "Null", "false", null, false)]
    [InlineData("numbers are equal by value", "NumericEquals", "10", "10.0", true)]
    [InlineData("numbers differ", "NumericNotEquals", "10", "9", true)]
    [InlineData("less", "NumericLessThan", "10", "9", true)]
    [InlineData("not less than itself", "NumericLessThan", "10", "10", false)]
    [InlineData("less or equal", "NumericLessThanEquals", "10", "10", true)]
    [InlineData("greater", "NumericGreaterThan", "9", "10", true)]
    [InlineData("greater or equal", "NumericGreaterThanEquals", "10", "9", false)]
    [InlineData("what is no number is not less than one", "NumericLessThan", "10", "few", false)]
    [InlineData("an address within a range", "IpAddress", "203.0.113.0/24", "203.0.113.57", true)]
    [InlineData("an address out of a range", "IpAddress", "203.0.113.0/28", "203.0.113.57", false)]
    [InlineData("a single address", "IpAddress", "203.0.113.57", "203.0.113.57", true)]
    [InlineData("an address of the other kind", "IpAddress", "0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("a long address", "IpAddress", "2001:db8::/32", "2001:db8::1", true)]
    [InlineData("NotIpAddress is the negation", "NotIpAddress", "203.0.113.0/24", "203.0.113.57", false)]
    [InlineData("IfExists holds for a missing key", "StringEqualsIfExists", "a", null, true)]
    [InlineData("IfExists heeds a key that is there", "StringEqualsIfExists", "a", "b", false)]
    [InlineData("IfExists of a negation heeds a key that is there", "StringNotEqualsIfExists", "a", "a", false)]
    [InlineData("ForAllValues: each is among the policy's", "ForAllValues:StringEquals", "a|b|c", "a|b", true)]
    [InlineData("ForAllValues: one is not", "ForAllValues:StringEquals", "a|b", "a|z", false)]
    [InlineData("ForAllValues holds for a missing key", "ForAllValues:StringEquals", "a", null, true)]
    [InlineData("ForAllValues holds for an empty value", "ForAllValues:StringEquals", "a", "", true)]
    [InlineData("ForAllValues of a negation: none may be", "ForAllValues:StringNotEquals", "a", "b|a", false)]
    [InlineData("ForAnyValue: one is enough", "ForAnyValue:StringLike", "a*", "z|ab", true)]
    [InlineData("ForAnyValue: none is", "ForAnyValue:StringLike", "a*", "z|y", false)]
    [InlineData("ForAnyValue fails for a missing key", "ForAnyValue:StringEquals", "a", null, false)]
    [InlineData("ForAnyValue of a negation fails for a missing key, too", "ForAnyValue:StringNotEquals", "a", null, false)]
    [InlineData("ForAnyValue with IfExists holds for a missing key", "ForAnyValue:StringEqualsIfExists", "a", null, true)]
    [InlineData("a variable in a value", "StringEquals", "${aws:PrincipalAccount}", "111122223333", true)]
    [InlineData("a variable without a value equals nothing", "StringEquals", "${aws:username}", "", false)]
    [InlineData("a variable without a value is refused by nothing", "StringNotEquals", "${aws:username}", "x", true)]
    [InlineData("${*} is a plain *", "StringLike", "a${*}", "ab", false)]
    [InlineData("${*} is found as such", "StringLike", "a${*}", "a*", true)]
    public void Holds_as_AWS_documents(string name, string test, string wanted, string? actual, bool holds)
    {
        var context = new Context { ["aws:PrincipalAccount"] = "111122223333" };
        if (actual is not null)
            context["The:Key"] = new(actual.Split('|'));
        Conditions.Hold(new(test, "the:key", wanted.Split('|')), context, hasVariables: true).Should().Be(holds, name);
    }

    [Theory]
    [InlineData("StringMatches")]
    [InlineData("DateGreaterThan")]
    [InlineData("NullIfExists")]
    [InlineData("ForSomeValues:StringEquals")]
    public void An_operator_that_is_not_known_throws(string test) =>
        Checking(test, "a").Should().Be($"condition operator '{test}' is not known here");

    [Fact]
    public void Several_values_need_a_set_operator() =>
        Checking("StringEquals", "a").Should().Be("'aws:TagKeys' has several values: StringEquals needs ForAnyValue or ForAllValues");

    [Fact]
    public void What_is_wanted_of_an_ARN_must_be_one() =>
        Checking("ForAnyValue:ArnLike", "arn:aws:*").Should().Be("policy: 'arn:aws:*' is no ARN of six parts");

    private static string Checking(string test, string wanted)
    {
        var context = new Context { ["aws:TagKeys"] = new("a", "b") };
        return FluentActions.Invoking(() => Conditions.Hold(new(test, "aws:TagKeys", [wanted]), context, hasVariables: true))
            .Should().Throw<Exception>().Which.Message;
    }
}
