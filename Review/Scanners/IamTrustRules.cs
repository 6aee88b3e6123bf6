using System.Text.RegularExpressions;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Who may assume a role.</summary>
internal static partial class IamTrustRules
{
    private const string Databricks = "arn:aws:iam::414351767826:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL";
    private const string ExternalId = """[{ "test": "StringEquals", "variable": "sts:ExternalId", "values": ["nautilus"] }]""";
    private const string Mfa = """[{ "test": "Bool", "variable": "aws:MultiFactorAuthPresent", "values": ["true"] }]""";

    private const string GitHub = "token.actions.githubusercontent.com";

    private static readonly string[] Roles = ["aws_iam_role"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_60", "KICS 12b7e704", "KICS bcdcbdc6"], Roles)
        {
            Condition = "no trust policy may allow everyone",
            Offences = role => Trusted(role, principal => principal.IsAnyone),
            Violated = [Sample.Trusting("AWS", "*"), Sample.Trusting("*", "*", ExternalId)],
            Satisfied = [Sample.Trusting("Service", "lambda.amazonaws.com"), Sample.Trusting("AWS", Databricks)],
        },
        new(["CKV_AWS_61"], Roles)
        {
            Condition = "no trust policy may allow a whole account",
            Offences = role => Trusted(role, principal => Account().IsMatch(principal.Id)),
            Violated = [Sample.Trusting("AWS", "111122223333"), Sample.Trusting("AWS", "arn:aws:iam::111122223333:root")],
            Satisfied = [Sample.Trusting("AWS", Databricks, ExternalId)],
        },
        new(["KICS 09c35abf"], Roles)
        {
            Condition = "trust in another account must require sts:ExternalId or MFA",
            Offences = role => Trusted(role, principal => IsForeign(principal, role), unless: RequiresMore),
            Violated = [Sample.Trusting("AWS", Databricks), Sample.Trusting("AWS", "${var.reader}")],
            Satisfied =
            [
                Sample.Trusting("AWS", Databricks, ExternalId),
                Sample.Trusting("AWS", Databricks, Mfa),
                Sample.Trusting("AWS", "${aws_iam_role.sample.arn}"),
                Sample.Trusting("Service", "lambda.amazonaws.com"),
            ],
        },
        new(["CKV_AWS_393", "CKV_AWS_358"], Roles)
        {
            Condition = "trust in GitHub must name the organization in its sub",
            Offences = role => Trusted(role, IsGitHub, unless: NamesAnOrganization),
            Violated = [TrustingGitHub("[]"), TrustingGitHub(Sub("repo:*")), TrustingGitHub(Sub("*"))],
            Satisfied = [TrustingGitHub(Sub("repo:acme/nautilus:ref:refs/heads/main")), Sample.Trusting("Service", "lambda.amazonaws.com")],
        },
    ];

    private static IEnumerable<Finding> Trusted(Resource role, Func<Principal, bool> offend, Func<Statement, bool>? unless = null) =>
        from statement in role.TrustAllows
        where unless is null || !unless(statement)
        from finding in statement.PrincipalsThat(offend)
        select finding;

    private static bool IsForeign(Principal principal, Resource role) =>
        principal.Type == "AWS" && role.Stack.ReferredToBy(principal.Id) is null;

    private static bool RequiresMore(Statement trust) => trust.Conditions.Any(condition =>
        condition is { Operator: "StringEquals", Key: "sts:ExternalId" }
            or { Operator: "Bool", Key: "aws:MultiFactorAuthPresent", Values: ["true"] });

    private static bool IsGitHub(Principal principal) =>
        principal.Type == "Federated" && principal.Id.Contains(GitHub, StringComparison.Ordinal);

    private static bool NamesAnOrganization(Statement trust) => trust.Conditions.Any(condition =>
        condition.Key == $"{GitHub}:sub" && condition.Values.All(value => Organization().IsMatch(value)));

    private static string TrustingGitHub(string condition) =>
        Sample.Trusting("Federated", $"arn:aws:iam::111122223333:oidc-provider/{GitHub}", condition, "sts:AssumeRoleWithWebIdentity");

    private static string Sub(string value) => $$"""[{ "test": "StringLike", "variable": "{{GitHub}}:sub", "values": ["{{value}}"] }]""";

    [GeneratedRegex(@"^\d{12}\z|:root\z")]
    private static partial Regex Account();

    [GeneratedRegex(@"^repo:[\w.-]+/")]
    private static partial Regex Organization();
}
