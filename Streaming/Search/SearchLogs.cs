using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogResourcePolicy;
using HashiCorp.Cdktf.Providers.Aws.OpensearchDomain;
using Nautilus.Access;
using Nautilus.Keys;

namespace Nautilus.Search;

/// <summary>The logs of a domain, which it alone may write. An account can have ten policies like this one in a region.</summary>
internal sealed class SearchLogs : Construct
{
    private static readonly (string Id, string Type)[] Kinds =
    [
        ("application", "ES_APPLICATION_LOGS"),
        ("audit", "AUDIT_LOGS"),
        ("slow-indexing", "INDEX_SLOW_LOGS"),
        ("slow-search", "SEARCH_SLOW_LOGS"),
    ];

    public SearchLogs(Construct scope, string id, string domain, CustomerKey key)
        : base(scope, id)
    {
        var groups = Kinds.Select(kind => (kind.Type, EncryptedLog.Of(this, kind.Id, $"/aws/OpenSearchService/domains/{domain}/{kind.Id}", key).Arn)).ToArray();
        var policy = new CloudwatchLogResourcePolicy(this, "policy", new CloudwatchLogResourcePolicyConfig
        {
            PolicyName = $"opensearch-{domain}",
            PolicyDocument = new PolicyDocument(this, "access",
                new Statement("DomainWritesItsLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [.. groups.Select(group => $"{group.Arn}:*")])
                {
                    Principal = new("Service", "es.amazonaws.com"),
                    Conditions = Condition.OnBehalfOf(key.Here, key.Here.Arn("es", $"domain/{domain}")),
                }).Json,
        });
        Options = [.. groups.Select(group => new OpensearchDomainLogPublishingOptions { LogType = group.Type, CloudwatchLogGroupArn = group.Arn, Enabled = true })];
        Writable = [policy];
    }

    public OpensearchDomainLogPublishingOptions[] Options { get; }

    /// <summary>The domain depends on it, since OpenSearch tries whether it can write.</summary>
    public ITerraformDependable[] Writable { get; }
}
