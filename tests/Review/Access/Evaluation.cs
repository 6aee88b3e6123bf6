using Nautilus.Review.Access;
using Nautilus.Review.Policies;

namespace Tests.Review.Access;

/// <summary>A request, the policies that apply to it, and the decision of AWS.</summary>
internal sealed record Evaluation(Decision Decision, Request Request)
{
    public const string Producer = "arn:aws:iam::111122223333:role/producer";
    public const string Clicks = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    public const string Key = "arn:aws:kms:us-east-1:111122223333:key/0c8b6ee2-5d21-4d0a-9c61-1f9f3a1d2b3c";

    public const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    public const string MayPut =
        """{"Effect":"Allow","Action":"kinesis:PutRecord","Resource":"arn:aws:kinesis:us-east-1:111122223333:stream/clicks"}""";

    public static readonly string NamesProducer = For("""{"AWS":"arn:aws:iam::111122223333:role/producer"}""", "kinesis:PutRecord");
    public static readonly string NamesAccount = For("""{"AWS":"arn:aws:iam::111122223333:root"}""", "*");

    public static readonly Request Put = new() { Action = "kinesis:PutRecord", Resource = Clicks, Principal = Producer };
    public static readonly Request PutFromAfar = Put with { Principal = "arn:aws:iam::444455556666:role/producer" };
    public static readonly Request Decrypt = Put with { Action = "kms:Decrypt", Resource = Key };

    public string Version { get; init; } = "2012-10-17";

    public string[] Identity { get; init; } = [];

    public string[] Resource { get; init; } = [];

    public bool IsAuthoritative { get; init; }

    /// <summary>A statement that allows or denies principals an action on everything.</summary>
    public static string For(string principal, string action, string effect = "Allow") =>
        $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":"{{action}}","Resource":"*"}""";

    /// <summary>A statement that allows everything on a resource.</summary>
    public static string On(string resource) => $$"""{"Effect":"Allow","Action":"*","Resource":"{{resource}}"}""";

    public PolicyDocument[] Policies(string[] statements) => statements.Length == 0
        ? []
        : [PolicyDocument.Parse($$"""{"Version":"{{Version}}","Statement":[{{string.Join(',', statements)}}]}""")];
}
