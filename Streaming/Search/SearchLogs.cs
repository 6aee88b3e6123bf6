using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogResourcePolicy;
using HashiCorp.Cdktf.Providers.Aws.OpensearchDomain;
using Nautilus.Access;
using Nautilus.Keys;

namespace Nautilus.Search;

/// <summary>
/// The logs of a domain, and the policy that lets only this domain write them. An account can have ten such policies in a region.
/// </summary>
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
        Options = [.. Kinds.Select(kind => new OpensearchDomainLogPublishingOptions
        {
            LogType = kind.Type,
            CloudwatchLogGroupArn = EncryptedLog.Of(this, kind.Id, $"/aws/OpenSearchService/domains/{domain}/{kind.Id}", key).Arn,
            Enabled = true,
        })];
        var writing = new Statement("DomainWritesItsLogs",
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            [.. Options.Select(option => $"{option.CloudwatchLogGroupArn}:*")])
        {
            Principal = new("Service", "es.amazonaws.com"),
            Conditions = Condition.OnBehalfOf(key.Location, key.Location.Arn("es", $"domain/{domain}")),
        };
        Writable =
        [
            new CloudwatchLogResourcePolicy(this, "policy", new CloudwatchLogResourcePolicyConfig
            {
                PolicyName = $"opensearch-{domain}",
                PolicyDocument = new PolicyDocument(writing).Json,
            }),
        ];
    }

    public OpensearchDomainLogPublishingOptions[] Options { get; }

    /// <summary>The domain depends on these, because OpenSearch checks that it can write the logs.</summary>
    public ITerraformDependable[] Writable { get; }
}
