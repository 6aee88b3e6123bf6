using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.IamPolicy;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicyAttachment;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>An IAM role. All that it is granted is one policy, which is attached to this role only.</summary>
public abstract class Role : Construct
{
    private const int LongestPolicy = 6144;
    private const int LongestTrust = 2048;

    private readonly string _pathName;
    private readonly IamRole _role;
    private readonly PolicyDocument _trust;
    private Grants? _grants;

    private protected Role(Construct scope, string id, string description, params IEnumerable<Statement> trust)
        : base(scope, id)
    {
        _pathName = Node.Path.Replace('/', '-');
        _trust = new PolicyDocument(trust);
        _role = new IamRole(this, "Default", new IamRoleConfig
        {
            NamePrefix = NamePrefix,
            Description = description,
            AssumeRolePolicy = _trust.Json,
        });
        AtSynth.Check(this, $"role '{id}'", () => Rules);
    }

    /// <summary>The role's ARN.</summary>
    public string Arn => _role.Arn;

    /// <summary>The role's name in AWS.</summary>
    public string Name => _role.Name;

    /// <summary>
    /// What uses the role depends on this, so that the first apply does not run ahead of IAM: <c>DependsOn = role.Permissions</c>.
    /// </summary>
    public ITerraformDependable[] Permissions => [Granted.Attachment];

    private Grants Granted => _grants ??= Attached();

    /// <summary>Allows what no grant of this library covers.</summary>
    public void Allow(params IEnumerable<Statement> statements) => Granted.Policy.Add(statements);

    private protected string NamePrefix => Names.Prefix(_pathName, 38);

    /// <summary>Lets another principal assume the role too.</summary>
    private protected void Trust(Statement another) => _trust.Add(another);

    private IEnumerable<Rule> Rules =>
    [
        Rule.That(_grants is not { Policy.IsEmpty: true },
            "it must be granted something, because other resources depend on its permissions; got no grant"),
        Rule.That(_grants is null || _grants.Policy.Length <= LongestPolicy,
            $"its policy must be {LongestPolicy} characters or less, got about {_grants?.Policy.Length}; "
            + "give some of the grants to another role"),
        Rule.That(_trust.Length <= LongestTrust,
            $"its trust policy must be {LongestTrust} characters or less, got about {_trust.Length}; let fewer principals assume it"),
    ];

    private Grants Attached()
    {
        var permissions = new PolicyDocument();
        var policy = new IamPolicy(this, "policy", new IamPolicyConfig
        {
            NamePrefix = Names.Prefix(_pathName, 102), Policy = permissions.Json,
        });
        var attachment = new IamRolePolicyAttachment(this, "attachment", new IamRolePolicyAttachmentConfig
        {
            Role = _role.Name, PolicyArn = policy.Arn,
        });
        return new Grants(permissions, attachment);
    }

    private sealed record Grants(PolicyDocument Policy, ITerraformDependable Attachment);
}
