using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Access;

/// <summary>
/// Who may do what by a synthesized stack: <c>Grants.Of(json).Decide("reader", "kinesis:GetRecords", arn)</c>. Roles, managed policies and
/// resources go by their names in the configuration. Their ARNs are samples.
/// </summary>
public sealed class Grants
{
    private readonly ResolvedStack _stack;
    private readonly RolePolicies _roles;
    private readonly ResourcePolicies _resources;

    private Grants(ResolvedStack stack)
    {
        _stack = stack;
        _roles = new(stack);
        _resources = new(stack);
    }

    /// <summary>The stack's expressions, with samples for the attributes that AWS gives.</summary>
    public TerraformExpressions Expressions => _stack.Expressions;

    /// <summary>The names of the stack's roles.</summary>
    public IReadOnlyList<string> Roles => [.. _stack.OfType("aws_iam_role").Select(role => role.Name)];

    /// <summary>The names of the stack's managed policies.</summary>
    public IReadOnlyList<string> ManagedPolicies => [.. _stack.OfType("aws_iam_policy").Select(policy => policy.Name)];

    /// <summary>Reads the grants of a stack.</summary>
    /// <param name="synthesizedStack">The content of the stack's <c>cdk.tf.json</c>.</param>
    /// <param name="account">The account of the sample ARNs.</param>
    /// <param name="region">The region of the sample ARNs.</param>
    public static Grants Of(
        string synthesizedStack, string account = SampleAttributes.Account, string region = SampleAttributes.Region) =>
        Of(new SynthesizedStack("", synthesizedStack), account, region);

    /// <summary>Reads the grants of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="account">The account of the sample ARNs.</param>
    /// <param name="region">The region of the sample ARNs.</param>
    public static Grants Of(SynthesizedStack stack, string account = SampleAttributes.Account, string region = SampleAttributes.Region) =>
        new(new ResolvedStack(stack, account, region));

    /// <summary>The sample ARN of a resource.</summary>
    /// <param name="address">The address, such as <c>aws_kinesis_stream.clicks</c>.</param>
    public string ArnOf(string address) => _stack.ArnOf(address);

    /// <summary>The identity policies of a role: managed and attached, and inline.</summary>
    /// <param name="role">The name of the role.</param>
    /// <exception cref="NotSupportedException">The role has a policy of another stack or of AWS, or a permissions boundary.</exception>
    public IReadOnlyList<PolicyDocument> PoliciesOf(string role) => _roles.Of(role);

    /// <summary>The trust policy of a role.</summary>
    /// <param name="role">The name of the role.</param>
    public PolicyDocument TrustOf(string role) => _roles.TrustOf(role);

    /// <summary>A managed policy of the stack.</summary>
    /// <param name="policy">The name of the policy.</param>
    public PolicyDocument ManagedPolicy(string policy) => _roles.Managed(policy);

    /// <summary>A <c>data.aws_iam_policy_document</c>, with the documents that it is merged from.</summary>
    /// <param name="name">The name of the data source.</param>
    public PolicyDocument Document(string name) =>
        new PolicyReader(Expressions).Read(_stack.Get(PolicyCarriers.Document, name));

    /// <summary>The policy that a resource carries in the attribute for it, such as <c>policy</c>.</summary>
    /// <param name="type">The type, such as <c>aws_iot_policy</c>.</param>
    /// <param name="name">The name in the configuration.</param>
    public PolicyDocument PolicyIn(string type, string name) =>
        new PolicyReader(Expressions).Read(_stack.Get(type, name), PolicyCarriers.AttributeOf(type))
        ?? throw new ArgumentException($"{type}.{name} carries no policy", nameof(name));

    /// <summary>The policies of a resource.</summary>
    /// <param name="arn">The sample ARN of the resource.</param>
    public IReadOnlyList<PolicyDocument> ResourcePoliciesOf(string arn) => _resources.Of(arn);

    /// <summary>Whether a role of the stack may do something to a resource of its account.</summary>
    /// <param name="role">The name of the role.</param>
    /// <param name="action">The action, such as <c>kinesis:PutRecord</c>.</param>
    /// <param name="resource">The sample ARN of the resource.</param>
    /// <param name="context">The condition keys of the request.</param>
    public Decision Decide(string role, string action, string resource, Context? context = null) => Evaluator.Decide(
        new()
        {
            Action = action,
            Resource = resource,
            Principal = ArnOf($"aws_iam_role.{role}"),
            ResourceAccount = _stack.Account,
            Context = context ?? [],
        },
        PoliciesOf(role),
        ResourcePoliciesOf(resource),
        ResourceArn.IsKey(resource));

    /// <summary>
    /// Everything that a role may do, such as <c>kinesis:PutRecord on arn:…</c>: each action of the services, on each of the resources
    /// that belong to the action's service. An action that is allowed on all resources is listed once, on *.
    /// </summary>
    /// <param name="role">The name of the role.</param>
    /// <param name="services">The prefixes of the services, such as <c>kinesis</c>.</param>
    /// <param name="resources">The sample ARNs of the resources.</param>
    /// <param name="context">The condition keys of the requests. All of them use TLS, unless this context says otherwise.</param>
    public IReadOnlyList<string> May(
        string role, IReadOnlyList<string> services, IReadOnlyList<string> resources, Context? context = null)
    {
        var asked = new Context { ["aws:SecureTransport"] = "true" }.With(context);
        return
        [
            .. from service in services
               let own = resources.Where(arn => ResourceArn.ServiceOf(arn) == service)
               from action in ActionTable.Current.ActionsOf(service)
               from resource in IsAllowed(action, "*") ? ["*"] : own.Where(resource => IsAllowed(action, resource))
               select $"{action} on {resource}",
        ];

        bool IsAllowed(string action, string resource) => Decide(role, action, resource, asked) == Decision.Allowed;
    }

    /// <summary>Whether somebody may assume a role of the stack. Another role needs policies that allow this as well.</summary>
    /// <param name="role">The name of the role that is assumed.</param>
    /// <param name="principal">The ARN of a role, or a service such as <c>iot.amazonaws.com</c>.</param>
    /// <param name="context">The condition keys of the request.</param>
    /// <param name="policiesOfPrincipal">The identity policies of the principal.</param>
    public Decision DecideAssume(
        string role, string principal, Context? context = null, params PolicyDocument[] policiesOfPrincipal) => Evaluator.Decide(
        new()
        {
            Action = "sts:AssumeRole",
            Resource = ArnOf($"aws_iam_role.{role}"),
            Principal = principal,
            ResourceAccount = _stack.Account,
            Context = context ?? [],
        },
        policiesOfPrincipal,
        [TrustOf(role)],
        resourcePolicyIsAuthoritative: true);
}
