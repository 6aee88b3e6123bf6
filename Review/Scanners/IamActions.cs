using System.Text.RegularExpressions;
using Nautilus.Review.Access;

namespace Nautilus.Review.Scanners;

/// <summary>
/// What actions do, as far as the rules ask. The risky actions are those of Cloudsplaining, https://github.com/salesforce/cloudsplaining.
/// </summary>
internal static partial class IamActions
{
    public static readonly string[] EscalatePrivileges =
    [
        "iam:AddUserToGroup",
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreatePolicyVersion",
        "iam:PassRole",
        "iam:PutGroupPolicy",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
        "iam:SetDefaultPolicyVersion",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateLoginProfile",
        "glue:UpdateDevEndpoint",
        "lambda:UpdateFunctionCode",
    ];

    public static readonly string[] ExposeCredentials =
    [
        "cognito-identity:GetCredentialsForIdentity",
        "cognito-identity:GetOpenIdToken",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreateServiceSpecificCredential",
        "iam:ResetServiceSpecificCredential",
        "iam:UpdateAccessKey",
        "iot:AssumeRoleWithCertificate",
        "rds-db:connect",
        "redshift:GetClusterCredentials",
        "redshift:GetClusterCredentialsWithIAM",
        "redshift-serverless:GetCredentials",
        "sts:AssumeRole",
        "sts:AssumeRoleWithSAML",
        "sts:AssumeRoleWithWebIdentity",
        "sts:GetFederationToken",
        "sts:GetSessionToken",
    ];

    public static readonly string[] ExfiltrateData =
    [
        "s3:GetObject",
        "secretsmanager:GetSecretValue",
        "ssm:GetParameter",
        "ssm:GetParameters",
        "ssm:GetParametersByPath",
    ];

    public static bool CanBeLimitedToResources(string action) => !ActionTable.Current.MayBeOnEverything(action);

    public static bool ManagesPermissions(string action) => Permissions().IsMatch(action);

    public static bool WritesToResources(string action) => CanBeLimitedToResources(action) && !Reads().IsMatch(action);

    [GeneratedRegex(@"^(\*|[\w-]+:\*|iam:(?!Get|List).*|[\w-]+:(?!Get|List|Describe)\w*(Policy|Policies|Permissions?|Grants?|Acl)\*?)\z")]
    private static partial Regex Permissions();

    [GeneratedRegex("^[a-z0-9-]+:(BatchGet|Describe|Get|Head|List|Lookup|Query|Scan|Search|Select|SubscribeToShard|View)")]
    private static partial Regex Reads();
}
