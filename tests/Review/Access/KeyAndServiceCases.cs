using Nautilus.Review.Access;
using static Tests.Review.Access.Evaluation;

namespace Tests.Review.Access;

/// <summary>Keys, whose own policy decides; services, and the confused deputy.</summary>
internal static class KeyAndServiceCases
{
    private const string Rule = "arn:aws:iot:us-east-1:111122223333:rule/telemetry";

    private const string TrustsRules = """
        {
          "Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole",
          "Condition": {
            "StringEquals": {"aws:SourceAccount": "111122223333"},
            "ArnLike": {"aws:SourceArn": "arn:aws:iot:us-east-1:111122223333:rule/telemetry"}
          }
        }
        """;

    private const string DeniesOthersThanServices = """
        {
          "Effect": "Deny", "Principal": "*", "Action": "*",
          "Condition": {
            "StringNotEquals": {"aws:PrincipalAccount": "111122223333"},
            "Bool": {"aws:PrincipalIsAWSService": "false"}
          }
        }
        """;

    private const string ThroughKinesis = """
        {
          "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
          "Condition": {"StringEquals": {"kms:ViaService": "kinesis.us-east-1.amazonaws.com"}}
        }
        """;

    private const string TrustsByExternalId = """
        {
          "Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole",
          "Condition": {"StringEquals": {"sts:ExternalId": "secret"}}
        }
        """;

    private static readonly Request Assume = new()
    {
        Action = "sts:AssumeRole",
        Resource = "arn:aws:iam::111122223333:role/rule",
        Principal = "iot.amazonaws.com",
        Context = From("111122223333", Rule),
    };

    public static Dictionary<string, Evaluation> Keys => new()
    {
        ["A key that does not name the account ignores identity policies"] = new(Decision.ImplicitlyDenied, Decrypt)
        {
            Identity = [Everything],
            IsAuthoritative = true,
        },
        ["A key that delegates to the account heeds identity policies"] = new(Decision.Allowed, Decrypt)
        {
            Identity = [Everything],
            Resource = [NamesAccount],
            IsAuthoritative = true,
        },
        ["A key that delegates to the account allows nobody by that"] = new(Decision.ImplicitlyDenied, Decrypt)
        {
            Resource = [NamesAccount],
            IsAuthoritative = true,
        },
        ["A key that names the role needs no identity policy"] = new(Decision.Allowed, Decrypt)
        {
            Resource = [For("""{"AWS":"arn:aws:iam::111122223333:role/producer"}""", "kms:Decrypt")],
            IsAuthoritative = true,
        },
        ["A key that can be used by way of Kinesis only refuses a call from elsewhere"] = new(
            Decision.ImplicitlyDenied, Decrypt with { Context = new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com" } })
        {
            Identity = [ThroughKinesis],
            Resource = [NamesAccount],
            IsAuthoritative = true,
        },
        ["A key of another account needs both policies"] = new(
            Decision.ImplicitlyDenied, Decrypt with { Principal = PutFromAfar.Principal })
        {
            Resource = [For("""{"AWS":"arn:aws:iam::444455556666:role/producer"}""", "kms:Decrypt")],
            IsAuthoritative = true,
        },
    };

    public static Dictionary<string, Evaluation> Services => new()
    {
        ["A service that the resource policy names is allowed"] = new(Decision.Allowed, Assume) { Resource = [TrustsRules] },
        ["A service is not of the account"] = new(Decision.ImplicitlyDenied, Assume) { Identity = [Everything], Resource = [NamesAccount] },
        ["Another service is not trusted"] = new(Decision.ImplicitlyDenied, Assume with { Principal = "lambda.amazonaws.com" })
        {
            Resource = [TrustsRules],
        },
        ["A role of a service's name is no service"] = new(
            Decision.ImplicitlyDenied, Assume with { Principal = "arn:aws:iam::111122223333:role/iot.amazonaws.com" })
        {
            Identity = [Everything],
            Resource = [TrustsRules],
            IsAuthoritative = true,
        },
        ["A confused deputy: the service acts for another account"] = new(
            Decision.ImplicitlyDenied, Assume with { Context = From("444455556666", Rule) }) { Resource = [TrustsRules] },
        ["A confused deputy: the service acts for another resource"] = new(
            Decision.ImplicitlyDenied, Assume with { Context = From("111122223333", Rule + "2") }) { Resource = [TrustsRules] },
        ["A confused deputy: the service does not say for whom it acts"] = new(Decision.ImplicitlyDenied, Assume with { Context = [] })
        {
            Resource = [TrustsRules],
        },
        ["Services are spared from a deny that heeds them"] = new(Decision.Allowed, Assume)
        {
            Resource = [TrustsRules, DeniesOthersThanServices],
        },
        ["An external id must be given"] = new(
            Decision.ImplicitlyDenied,
            Assume with { Principal = PutFromAfar.Principal, Context = new() { ["sts:ExternalId"] = "guess" } })
        {
            Identity = [Everything],
            Resource = [TrustsByExternalId],
            IsAuthoritative = true,
        },
    };

    private static Context From(string account, string source) => new() { ["aws:SourceAccount"] = account, ["aws:SourceArn"] = source };
}
