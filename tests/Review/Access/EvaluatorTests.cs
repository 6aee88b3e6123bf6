using Nautilus.Review.Access;
using Nautilus.Review.Policies;

namespace Tests.Review.Access;

/// <summary>The decisions that the IAM user guide, and the guides of KMS and Kinesis, describe.</summary>
public sealed class EvaluatorTests
{
    private const string Producer = "arn:aws:iam::111122223333:role/producer";
    private const string Clicks = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/0c8b6ee2-5d21-4d0a-9c61-1f9f3a1d2b3c";
    private const string Rule = "arn:aws:iot:us-east-1:111122223333:rule/telemetry";

    private const string MayPut = """{"Effect":"Allow","Action":"kinesis:PutRecord","Resource":"arn:aws:kinesis:us-east-1:111122223333:stream/clicks"}""";
    private const string NamesProducer = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/producer"},"Action":"kinesis:PutRecord","Resource":"*"}""";
    private const string NamesAccount = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"*","Resource":"*"}""";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string TrustsRules =
        """{"Effect":"Allow","Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:iot:us-east-1:111122223333:rule/telemetry"}}}""";

    private static readonly Request Put = new() { Action = "kinesis:PutRecord", Resource = Clicks, Principal = Producer };
    private static readonly Request PutFromAfar = Put with { Principal = "arn:aws:iam::444455556666:role/producer" };
    private static readonly Request Decrypt = Put with { Action = "kms:Decrypt", Resource = Key };
    private static readonly Request Assume = new()
    {
        Action = "sts:AssumeRole",
        Resource = "arn:aws:iam::111122223333:role/rule",
        Principal = "iot.amazonaws.com",
        Context = new() { ["aws:SourceAccount"] = "111122223333", ["aws:SourceArn"] = Rule },
    };

    private static readonly Dictionary<string, Case> Cases = new()
    {
        // Within an account.
        ["Nothing allows: implicitly denied"] = new(Decision.ImplicitlyDenied, Put),
        ["An identity policy alone allows within an account"] = new(Decision.Allowed, Put) { Identity = [MayPut] },
        ["A resource policy that names the role alone allows within an account"] = new(Decision.Allowed, Put) { Resource = [NamesProducer] },
        ["A resource policy that names the account leaves it to identity policies"] = new(Decision.ImplicitlyDenied, Put) { Resource = [NamesAccount] },
        ["An account and its bare number are the same principal"] = new(Decision.Allowed, Decrypt)
        {
            Identity = [Everything],
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Decrypt","Resource":"*"}"""],
            IsAuthoritative = true,
        },
        ["A resource policy for another role allows nothing"] = new(Decision.ImplicitlyDenied, Put with { Principal = Producer + "-2" }) { Resource = [NamesProducer] },
        ["A resource policy for everybody allows"] = new(Decision.Allowed, Put)
        {
            Resource = ["""{"Effect":"Allow","Principal":"*","Action":"kinesis:PutRecord","Resource":"*"}"""],
        },
        ["An AWS principal of * is everybody"] = new(Decision.Allowed, Put)
        {
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kinesis:PutRecord","Resource":"*"}"""],
        },
        ["An explicit deny of the identity beats every allow"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything, """{"Effect":"Deny","Action":"kinesis:Put*","Resource":"*"}"""],
            Resource = [NamesProducer],
        },
        ["An explicit deny of the resource beats every allow"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything],
            Resource = ["""{"Effect":"Deny","Principal":"*","Action":"kinesis:*","Resource":"*"}"""],
        },
        ["A deny of the account denies its roles"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything],
            Resource = ["""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"*","Resource":"*"}"""],
        },
        ["A deny whose condition does not hold denies nothing"] = new(Decision.Allowed, Put with { Context = new() { ["aws:SecureTransport"] = "true" } })
        {
            Identity = [Everything, """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""],
        },
        ["A NotPrincipal named with its account is spared from a deny"] = new(Decision.Allowed, Put)
        {
            Identity = [MayPut],
            Resource = ["""{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:role/producer","111122223333"]},"Action":"*","Resource":"*"}"""],
        },
        ["A NotPrincipal named without its account is denied"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [MayPut],
            Resource = ["""{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:role/producer"},"Action":"*","Resource":"*"}"""],
        },

        // Actions and resources.
        ["Actions ignore case"] = new(Decision.Allowed, Put with { Action = "Kinesis:putrecord" }) { Identity = [MayPut] },
        ["A * in an action matches the rest"] = new(Decision.Allowed, Put) { Identity = ["""{"Effect":"Allow","Action":"kinesis:Put*","Resource":"*"}"""] },
        ["A ? in an action matches one character"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = ["""{"Effect":"Allow","Action":"kinesis:PutRecord?","Resource":"*"}"""],
        },
        ["A NotAction allows all the others"] = new(Decision.Allowed, Put) { Identity = ["""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"""] },
        ["A NotAction does not allow what it names"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = ["""{"Effect":"Allow","NotAction":["iam:*","kinesis:*"],"Resource":"*"}"""],
        },
        ["Resources heed case"] = new(Decision.ImplicitlyDenied, Put with { Resource = Clicks.Replace("clicks", "Clicks") }) { Identity = [MayPut] },
        ["A * in a resource matches slashes, too"] = new(Decision.Allowed, Put with { Resource = Clicks + "/consumer/etl:1700000000" })
        {
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:*:*:stream/clicks*"}"""],
        },
        ["A stream is not its consumer"] = new(Decision.ImplicitlyDenied, Put with { Resource = Clicks + "/consumer/etl:1700000000" }) { Identity = [MayPut] },
        ["A NotResource denies all the others"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything, """{"Effect":"Deny","Action":"*","NotResource":"arn:aws:kinesis:*:*:stream/other"}"""],
        },

        // Variables.
        ["A variable is filled in from the context"] = new(Decision.Allowed, Put with { Context = new() { ["aws:PrincipalTag/stream"] = "clicks" } })
        {
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:us-east-1:${aws:PrincipalAccount}:stream/${aws:principaltag/stream}"}"""],
        },
        ["A variable without a value matches nothing"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream}"}"""],
        },
        ["A variable without a value takes its default"] = new(Decision.Allowed, Put)
        {
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream, 'clicks'}"}"""],
        },
        ["A * that comes from a variable is no wildcard"] = new(Decision.ImplicitlyDenied, Put with { Context = new() { ["aws:PrincipalTag/stream"] = "*" } })
        {
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream}"}"""],
        },
        ["A policy of the old version has no variables"] = new(Decision.ImplicitlyDenied, Put)
        {
            Version = "2008-10-17",
            Identity = ["""{"Effect":"Allow","Action":"*","Resource":"arn:aws:kinesis:us-east-1:${aws:PrincipalAccount}:stream/clicks"}"""],
        },

        // Across accounts.
        ["Across accounts the resource policy alone allows nothing"] = new(Decision.ImplicitlyDenied, PutFromAfar)
        {
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/producer"},"Action":"kinesis:PutRecord","Resource":"*"}"""],
        },
        ["Across accounts the identity policy alone allows nothing"] = new(Decision.ImplicitlyDenied, PutFromAfar) { Identity = [MayPut] },
        ["Across accounts both together allow"] = new(Decision.Allowed, PutFromAfar)
        {
            Identity = [MayPut],
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/producer"},"Action":"kinesis:PutRecord","Resource":"*"}"""],
        },
        ["Across accounts the other account can be named for all its roles"] = new(Decision.Allowed, PutFromAfar)
        {
            Identity = [MayPut],
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kinesis:PutRecord","Resource":"*"}"""],
        },
        ["Across accounts the own account's name does not help"] = new(Decision.ImplicitlyDenied, PutFromAfar) { Identity = [MayPut], Resource = [NamesAccount] },

        // Keys: their policy decides.
        ["A key that does not name the account ignores identity policies"] = new(Decision.ImplicitlyDenied, Decrypt) { Identity = [Everything], IsAuthoritative = true },
        ["A key that delegates to the account heeds identity policies"] = new(Decision.Allowed, Decrypt)
        {
            Identity = [Everything],
            Resource = [NamesAccount],
            IsAuthoritative = true,
        },
        ["A key that delegates to the account allows nobody by that"] = new(Decision.ImplicitlyDenied, Decrypt) { Resource = [NamesAccount], IsAuthoritative = true },
        ["A key that names the role needs no identity policy"] = new(Decision.Allowed, Decrypt)
        {
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/producer"},"Action":"kms:Decrypt","Resource":"*"}"""],
            IsAuthoritative = true,
        },
        ["A key that can be used by way of Kinesis only refuses a call from elsewhere"] = new(
            Decision.ImplicitlyDenied, Decrypt with { Context = new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com" } })
        {
            Identity = ["""{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:ViaService":"kinesis.us-east-1.amazonaws.com"}}}"""],
            Resource = [NamesAccount],
            IsAuthoritative = true,
        },
        ["A key of another account needs both policies"] = new(Decision.ImplicitlyDenied, Decrypt with { Principal = PutFromAfar.Principal })
        {
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/producer"},"Action":"kms:Decrypt","Resource":"*"}"""],
            IsAuthoritative = true,
        },

        // Services, and the confused deputy.
        ["A service that the resource policy names is allowed"] = new(Decision.Allowed, Assume) { Resource = [TrustsRules] },
        ["A service is not of the account"] = new(Decision.ImplicitlyDenied, Assume) { Identity = [Everything], Resource = [NamesAccount] },
        ["Another service is not trusted"] = new(Decision.ImplicitlyDenied, Assume with { Principal = "lambda.amazonaws.com" }) { Resource = [TrustsRules] },
        ["A role of a service's name is no service"] = new(Decision.ImplicitlyDenied, Assume with { Principal = "arn:aws:iam::111122223333:role/iot.amazonaws.com" })
        {
            Identity = [Everything],
            Resource = [TrustsRules],
            IsAuthoritative = true,
        },
        ["A confused deputy: the service acts for another account"] = new(
            Decision.ImplicitlyDenied, Assume with { Context = new() { ["aws:SourceAccount"] = "444455556666", ["aws:SourceArn"] = Rule } }) { Resource = [TrustsRules] },
        ["A confused deputy: the service acts for another resource"] = new(
            Decision.ImplicitlyDenied, Assume with { Context = new() { ["aws:SourceAccount"] = "111122223333", ["aws:SourceArn"] = Rule + "2" } }) { Resource = [TrustsRules] },
        ["A confused deputy: the service does not say for whom it acts"] = new(Decision.ImplicitlyDenied, Assume with { Context = [] }) { Resource = [TrustsRules] },
        ["Services are spared from a deny that heeds them"] = new(Decision.Allowed, Assume)
        {
            Resource =
            [
                TrustsRules,
                """{"Effect":"Deny","Principal":"*","Action":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"},"Bool":{"aws:PrincipalIsAWSService":"false"}}}""",
            ],
        },
        ["An external id must be given"] = new(Decision.ImplicitlyDenied, Assume with { Principal = PutFromAfar.Principal, Context = new() { ["sts:ExternalId"] = "guess" } })
        {
            Identity = [Everything],
            Resource = ["""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"secret"}}}"""],
            IsAuthoritative = true,
        },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decides_as_AWS_documents(string name)
    {
        var it = Cases[name];
        Evaluator.Decide(it.Request, it.Policies(it.Identity), it.Policies(it.Resource), it.IsAuthoritative).Should().Be(it.Decision);
    }

    [Fact]
    public void A_resource_policy_must_say_whom_it_is_for() =>
        Deciding([], [MayPut]).Should().Be("resource policy: statement '' has no principal");

    [Fact]
    public void An_identity_policy_must_not_say_whom_it_is_for() =>
        Deciding([NamesProducer], []).Should().Be("identity policy: statement '' has a principal");

    [Fact]
    public void Allowing_all_but_one_is_not_understood() =>
        Deciding([], ["""{"Sid":"Others","Effect":"Allow","NotPrincipal":"*","Action":"*","Resource":"*"}"""]).Should().Be(
            "resource policy: statement 'Others' allows a NotPrincipal");

    [Fact]
    public void The_account_of_a_bucket_must_be_given() =>
        FluentActions.Invoking(() => (Put with { Resource = "arn:aws:s3:::archive" }).ResourceAccount).Should().Throw<InvalidOperationException>().Which.Message.Should().Be(
            "request: ResourceAccount must be set, for 'arn:aws:s3:::archive' names none");

    private static string Deciding(string[] identity, string[] resource)
    {
        var it = new Case(Decision.Allowed, Put);
        return FluentActions.Invoking(() => Evaluator.Decide(Put, it.Policies(identity), it.Policies(resource))).Should().Throw<Exception>().Which.Message;
    }

    private sealed record Case(Decision Decision, Request Request)
    {
        public string Version { get; init; } = "2012-10-17";

        public string[] Identity { get; init; } = [];

        public string[] Resource { get; init; } = [];

        public bool IsAuthoritative { get; init; }

        public PolicyDocument[] Policies(string[] statements) => statements.Length == 0
            ? []
            : [PolicyDocument.Parse($$"""{"Version":"{{Version}}","Statement":[{{string.Join(',', statements)}}]}""")];
    }
}
