using Nautilus.Review.Access;
using static Tests.Review.Access.Evaluation;

namespace Tests.Review.Access;

/// <summary>Principals within an account and across accounts.</summary>
internal static class AccountCases
{
    private static readonly string NamesOtherProducer = For("""{"AWS":"arn:aws:iam::444455556666:role/producer"}""", "kinesis:PutRecord");

    public static Dictionary<string, Evaluation> Within => new()
    {
        ["Nothing allows: implicitly denied"] = new(Decision.ImplicitlyDenied, Put),
        ["An identity policy alone allows within an account"] = new(Decision.Allowed, Put) { Identity = [MayPut] },
        ["A resource policy that names the role alone allows within an account"] = new(Decision.Allowed, Put)
        {
            Resource = [NamesProducer],
        },
        ["A resource policy that names the account leaves it to identity policies"] = new(Decision.ImplicitlyDenied, Put)
        {
            Resource = [NamesAccount],
        },
        ["An account and its bare number are the same principal"] = new(Decision.Allowed, Decrypt)
        {
            Identity = [Everything],
            Resource = [For("""{"AWS":"111122223333"}""", "kms:Decrypt")],
            IsAuthoritative = true,
        },
        ["A resource policy for another role allows nothing"] = new(Decision.ImplicitlyDenied, Put with { Principal = Producer + "-2" })
        {
            Resource = [NamesProducer],
        },
        ["A resource policy for everybody allows"] = new(Decision.Allowed, Put) { Resource = [For("\"*\"", "kinesis:PutRecord")] },
        ["An AWS principal of * is everybody"] = new(Decision.Allowed, Put) { Resource = [For("""{"AWS":"*"}""", "kinesis:PutRecord")] },
        ["An explicit deny of the identity beats every allow"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything, """{"Effect":"Deny","Action":"kinesis:Put*","Resource":"*"}"""],
            Resource = [NamesProducer],
        },
        ["An explicit deny of the resource beats every allow"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything],
            Resource = [For("\"*\"", "kinesis:*", "Deny")],
        },
        ["A deny of the account denies its roles"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything],
            Resource = [For("""{"AWS":"arn:aws:iam::111122223333:root"}""", "*", "Deny")],
        },
        ["A deny whose condition does not hold denies nothing"] = new(
            Decision.Allowed, Put with { Context = new() { ["aws:SecureTransport"] = "true" } })
        {
            Identity =
            [
                Everything,
                """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
            ],
        },
        ["A NotPrincipal named with its account is spared from a deny"] = new(Decision.Allowed, Put)
        {
            Identity = [MayPut],
            Resource = [Sparing("""["arn:aws:iam::111122223333:role/producer","111122223333"]""")],
        },
        ["A NotPrincipal named without its account is denied"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [MayPut],
            Resource = [Sparing("\"arn:aws:iam::111122223333:role/producer\"")],
        },
    };

    public static Dictionary<string, Evaluation> Across => new()
    {
        ["Across accounts the resource policy alone allows nothing"] = new(Decision.ImplicitlyDenied, PutFromAfar)
        {
            Resource = [NamesOtherProducer],
        },
        ["Across accounts the identity policy alone allows nothing"] = new(Decision.ImplicitlyDenied, PutFromAfar) { Identity = [MayPut] },
        ["Across accounts both together allow"] = new(Decision.Allowed, PutFromAfar)
        {
            Identity = [MayPut],
            Resource = [NamesOtherProducer],
        },
        ["Across accounts the other account can be named for all its roles"] = new(Decision.Allowed, PutFromAfar)
        {
            Identity = [MayPut],
            Resource = [For("""{"AWS":"444455556666"}""", "kinesis:PutRecord")],
        },
        ["Across accounts the own account's name does not help"] = new(Decision.ImplicitlyDenied, PutFromAfar)
        {
            Identity = [MayPut],
            Resource = [NamesAccount],
        },
    };

    private static string Sparing(string principals) =>
        $$"""{"Effect":"Deny","NotPrincipal":{"AWS":{{principals}}},"Action":"*","Resource":"*"}""";
}
