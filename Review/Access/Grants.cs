using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Access;

/// <summary>The access that a synthesized stack gives: by role, by managed policy, by resource.</summary>
internal sealed partial class Grants
{
    // What every key has that says nothing else.
    private const string DefaultKeyPolicy =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::$account:root"},"Action":"kms:*","Resource":"*"}}""";

    private static readonly (string Type, string Attribute)[] PolicyInItself =
        [("aws_kms_key", "policy"), ("aws_opensearch_domain", "access_policies"), ("aws_sns_topic", "policy"), ("aws_sqs_queue", "policy")];

    // A policy's resource, how it says whose it is, and what that is an attribute of.
    private static readonly (string Type, string Whose, string? Owner)[] PolicyBeside =
    [
        ("aws_kinesis_resource_policy", "resource_arn", null),
        ("aws_kms_key_policy", "key_id", "aws_kms_key"),
        ("aws_s3_bucket_policy", "bucket", "aws_s3_bucket"),
        ("aws_secretsmanager_secret_policy", "secret_arn", null),
        ("aws_sns_topic_policy", "arn", null),
        ("aws_sqs_queue_policy", "queue_url", "aws_sqs_queue"),
    ];

    private readonly JsonNode _stack;
    private readonly string _account;
    private readonly Dictionary<string, IReadOnlyList<PolicyDocument>> _ofRoles = [];
    private readonly Dictionary<string, IReadOnlyList<PolicyDocument>> _ofResources = [];

    private Grants(JsonNode stack, string account, string region)
    {
        (_stack, _account) = (stack, account);
        Expressions = new(SampleAttributes.Of(stack, account, region));
    }

    public TerraformExpressions Expressions { get; }

    /// <summary>The logical ids of the stack's roles.</summary>
    public IReadOnlyList<string> Roles => [.. All("aws_iam_role").Select(role => role.Id)];

    /// <summary>The logical ids of the stack's managed policies.</summary>
    public IReadOnlyList<string> ManagedPolicies => [.. All("aws_iam_policy").Select(policy => policy.Id)];

    public static Grants Of(string synthesizedStack, string account = SampleAttributes.Account, string region = SampleAttributes.Region) =>
        new(JsonNode.Parse(synthesizedStack)!, account, region);

    /// <summary>The sample ARN of a resource, by its address.</summary>
    public string ArnOf(string address) => Expressions.Resolve($"${{{address}.arn}}");

    /// <summary>The identity policies of a role: managed and attached, and inline.</summary>
    public IReadOnlyList<PolicyDocument> PoliciesOf(string role) => Once(_ofRoles, role, ReadPoliciesOf);

    private PolicyDocument[] ReadPoliciesOf(string role)
    {
        Refuse(Body("aws_iam_role", role), $"role '{role}'", "managed_policy_arns", "inline_policy", "permissions_boundary");
        if (All("aws_iam_policy_attachment").Any())
            throw new NotSupportedException("aws_iam_policy_attachment is not understood: use aws_iam_role_policy_attachment");

        var name = Attribute("aws_iam_role", role, "name");
        var attached = from attachment in All("aws_iam_role_policy_attachment")
                       where Text(attachment.Body, "role") == name
                       let arn = Text(attachment.Body, "policy_arn")
                       select ManagedPolicies.FirstOrDefault(policy => ArnOf($"aws_iam_policy.{policy}") == arn)
                           ?? throw new NotSupportedException($"role '{role}': policy '{arn}' is not one of the stack");
        var inline = from policy in All("aws_iam_role_policy")
                     where Text(policy.Body, "role") == name
                     select Document(policy.Body, "policy");
        return [.. attached.Select(ManagedPolicy), .. inline];
    }

    public PolicyDocument TrustOf(string role) => Document(Body("aws_iam_role", role), "assume_role_policy");

    public PolicyDocument ManagedPolicy(string policy) => Document(Body("aws_iam_policy", policy), "policy");

    /// <summary>A <c>data.aws_iam_policy_document</c>, with the documents that it is made of.</summary>
    public PolicyDocument Document(string id)
    {
        var data = Body("aws_iam_policy_document", id, "data").DeepClone().AsObject();
        data.Remove("source_policy_documents", out var sources);
        var own = PolicyDocument.OfTerraform(data, Expressions);
        var others = (sources?.AsArray() ?? []).Select(source => DocumentOf((string)source!));
        return own with { Statements = [.. others.SelectMany(other => other.Statements), .. own.Statements] };
    }

    /// <summary>The policies of the resource that has this ARN.</summary>
    public IReadOnlyList<PolicyDocument> ResourcePoliciesOf(string arn) => Once(_ofResources, arn, ReadResourcePoliciesOf);

    private PolicyDocument[] ReadResourcePoliciesOf(string arn)
    {
        var owner = OwnerOf(arn);
        var within = from kind in PolicyInItself
                     from resource in All(kind.Type)
                     where ArnOf($"{kind.Type}.{resource.Id}") == owner && resource.Body[kind.Attribute] is not null
                     select Document(resource.Body, kind.Attribute);
        var beside = from kind in PolicyBeside
                     from policy in All(kind.Type)
                     where ArnOfOwner(kind.Owner, Text(policy.Body, kind.Whose)) == owner
                     select Document(policy.Body, "policy");
        var policies = within.Concat(beside).ToArray();
        return policies.Length == 0 && IsKey(arn) ? [PolicyDocument.Parse(DefaultKeyPolicy.Replace("$account", _account, StringComparison.Ordinal))] : policies;
    }

    /// <summary>Whether a role of the stack may do something to a resource of its account.</summary>
    public Decision Decide(string role, string action, string resource, Context? context = null) => Evaluator.Decide(
        new()
        {
            Action = action,
            Resource = resource,
            Principal = ArnOf($"aws_iam_role.{role}"),
            ResourceAccount = _account,
            Context = context ?? [],
        },
        PoliciesOf(role),
        ResourcePoliciesOf(resource),
        IsKey(resource));

    /// <summary>
    /// All that a role may do: of every action of these services, on each of the resources that are the service's. What it may do
    /// everywhere is said once, on *.
    /// </summary>
    public IReadOnlyList<string> May(string role, IReadOnlyList<string> services, IReadOnlyList<string> resources, Context? context = null)
    {
        var asked = new Context { ["aws:SecureTransport"] = "true" };
        foreach (var (name, value) in context ?? [])
            asked[name] = value;
        return
        [
            .. from service in services
               from action in ActionTable.Current.ActionsOf(service)
               from resource in Decide(role, action, "*", asked) == Decision.Allowed ? ["*"] : Allowed(action, resources.Where(arn => ServiceOf(arn) == service))
               select $"{action} on {resource}",
        ];

        IEnumerable<string> Allowed(string action, IEnumerable<string> of) => of.Where(resource => Decide(role, action, resource, asked) == Decision.Allowed);
    }

    /// <summary>Whether somebody may become a role of the stack; one of another role must be allowed to by its own policies.</summary>
    public Decision DecideAssume(string role, string principal, Context? context = null, params PolicyDocument[] policiesOfPrincipal) => Evaluator.Decide(
        new()
        {
            Action = "sts:AssumeRole",
            Resource = ArnOf($"aws_iam_role.{role}"),
            Principal = principal,
            ResourceAccount = _account,
            Context = context ?? [],
        },
        policiesOfPrincipal,
        [TrustOf(role)],
        resourcePolicyIsAuthoritative: true);

    private static IReadOnlyList<PolicyDocument> Once(Dictionary<string, IReadOnlyList<PolicyDocument>> known, string of, Func<string, PolicyDocument[]> read)
    {
        if (!known.TryGetValue(of, out var policies))
            known[of] = policies = read(of);
        return policies;
    }

    private static string? ServiceOf(string arn) => arn.Split(':') is [_, _, var service, ..] ? service : null;

    // What lies in a bucket or in a search domain has the policy of that.
    private static string OwnerOf(string arn) => ServiceOf(arn) switch
    {
        "s3" => arn.Split('/')[0],
        "es" => string.Join('/', arn.Split('/').Take(2)),
        _ => arn,
    };

    private static bool IsKey(string arn) => arn.Split(':') is [_, _, "kms", _, _, ['k', 'e', 'y', '/', ..], ..];

    private string? ArnOfOwner(string? type, string whose) => type is null
        ? whose
        : All(type)
            .Where(owner => Attribute(type, owner.Id, "id") == whose || ArnOf($"{type}.{owner.Id}") == whose)
            .Select(owner => ArnOf($"{type}.{owner.Id}"))
            .FirstOrDefault();

    private PolicyDocument Document(JsonObject body, string attribute) => DocumentOf((string)body[attribute]!);

    private PolicyDocument DocumentOf(string template)
    {
        var policy = Expressions.Resolve(template);
        return Reference().Match(policy) is { Success: true } reference ? Document(reference.Groups["id"].Value) : PolicyDocument.Parse(policy);
    }

    private string Text(JsonObject body, string attribute) => Expressions.Resolve((string)body[attribute]!);

    private string Attribute(string type, string id, string attribute) => Expressions.Resolve($"${{{type}.{id}.{attribute}}}");

    private IEnumerable<(string Type, string Id, JsonObject Body)> All(string type) =>
        SampleAttributes.Blocks(_stack["resource"]).Where(resource => resource.Type == type);

    private JsonObject Body(string type, string id, string kind = "resource") => _stack[kind]?[type]?[id]?.AsObject()
        ?? throw new KeyNotFoundException($"the stack has no {type}.{id}, but: {string.Join(", ", SampleAttributes.Blocks(_stack[kind]).Where(block => block.Type == type).Select(block => block.Id))}");

    private static void Refuse(JsonObject body, string subject, params string[] attributes)
    {
        if (attributes.FirstOrDefault(body.ContainsKey) is { } attribute)
            throw new NotSupportedException($"{subject}: {attribute} is not understood");
    }

    [GeneratedRegex(@"^\$\{data\.aws_iam_policy_document\.(?<id>[\w-]+)\.json\}$")]
    private static partial Regex Reference();
}
