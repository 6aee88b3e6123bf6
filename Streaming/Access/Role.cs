using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.IamPolicy;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicyAttachment;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A role of ours. What it is granted gathers in one policy of its own.</summary>
public abstract class Role : Construct
{
    private const int LongestPolicy = 6144;
    private const int LongestTrust = 2048;

    private readonly string _id;
    private readonly string _pathName;
    private readonly IamRole _role;
    private readonly PolicyDocument _trust;
    private PolicyDocument? _permissions;
    private IamRolePolicyAttachment? _attachment;

    private protected Role(Construct scope, string id, string description, params IEnumerable<Statement> trust)
        : base(scope, id)
    {
        (_id, _pathName) = (id, Node.Path.Replace('/', '-'));
        _trust = new PolicyDocument(this, "trust", trust);
        _role = new IamRole(this, "Default", new IamRoleConfig
        {
            NamePrefix = Names.Prefix(_pathName, 38),
            Description = description,
            AssumeRolePolicy = _trust.Json,
        });
        CheckTrust();
    }

    public string Arn => _role.Arn;

    public string Name => _role.Name;

    /// <summary>
    /// What works in the role depends on this, so that the first apply does not run ahead of IAM: <c>DependsOn = role.Permissions</c>.
    /// </summary>
    public ITerraformDependable[] Permissions => _attachment is not null
        ? [_attachment]
        : throw new ArgumentException($"role '{_id}': nothing is granted to it yet, so nothing can depend on it; grant first");

    /// <summary>Allows what a grant of this library does not know.</summary>
    public void Allow(params IEnumerable<Statement> statements)
    {
        if (_permissions is null)
            Attach(_permissions = new PolicyDocument(this, "permissions", statements));
        else
            _permissions.Add(statements);
        Rules.Check($"role '{_id}'", (_permissions.Length <= LongestPolicy,
            $"its policy must be {LongestPolicy} characters at most, got about {_permissions.Length}; give some of the grants to another role"));
    }

    /// <summary>Lets another one take the role, too.</summary>
    private protected void Trust(Statement another)
    {
        _trust.Add(another);
        CheckTrust();
    }

    private void CheckTrust() => Rules.Check($"role '{_id}'", (_trust.Length <= LongestTrust,
        $"its trust policy must be {LongestTrust} characters at most, got about {_trust.Length}; let fewer take it"));

    private void Attach(PolicyDocument permissions)
    {
        var policy = new IamPolicy(this, "policy", new IamPolicyConfig { NamePrefix = Names.Prefix(_pathName, 102), Policy = permissions.Json });
        _attachment = new IamRolePolicyAttachment(this, "attachment", new IamRolePolicyAttachmentConfig { Role = _role.Name, PolicyArn = policy.Arn });
    }
}
