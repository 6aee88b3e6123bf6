using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.OpensearchDomain;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;
using Nautilus.Networking;

namespace Nautilus.Search;

/// <summary>
/// An OpenSearch domain that Firehose writes into. It stands in a network, so the account must have OpenSearch's
/// service-linked role: <c>aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com</c>, once.
/// </summary>
public sealed class SearchDomain : Stage
{
    private readonly SearchDomainProps _props;
    private readonly SearchRole _role;
    private readonly PolicyDocument _access;
    private readonly OpensearchDomain _domain;

    public SearchDomain(Construct scope, string id, SearchDomainProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _role = new SearchRole(this, "role", props.Name, Network, Here, props.Administrators);
        _access = new PolicyDocument(this, "access", _role.Administration.Select(ByRole));
        var logs = new SearchLogs(this, "logs", props.Name, props.Key);
        var guard = new Guard(this, "guard", Network.VpcId, $"The OpenSearch domain {props.Name}");
        guard.LetIn("clients of the network", Network.ClientSecurityGroup);
        _domain = new OpensearchDomain(this, "Default", new OpensearchDomainConfig
        {
            DomainName = props.Name,
            EngineVersion = props.EngineVersion,
            ClusterConfig = SearchCluster.Of(props.Profile),
            EbsOptions = new OpensearchDomainEbsOptions { EbsEnabled = true, VolumeType = "gp3", VolumeSize = props.Profile.GibPerNode },
            VpcOptions = new OpensearchDomainVpcOptions { SubnetIds = [.. Network.PrivateSubnets.Take(props.Profile.Zones)], SecurityGroupIds = [guard.Id] },
            EncryptAtRest = new OpensearchDomainEncryptAtRest { Enabled = true, KmsKeyId = props.Key.Arn },
            NodeToNodeEncryption = new OpensearchDomainNodeToNodeEncryption { Enabled = true },
            DomainEndpointOptions = new OpensearchDomainDomainEndpointOptions { EnforceHttps = true, TlsSecurityPolicy = "Policy-Min-TLS-1-2-PFS-2023-10" },
            AdvancedSecurityOptions = new OpensearchDomainAdvancedSecurityOptions
            {
                Enabled = true,
                InternalUserDatabaseEnabled = false,
                MasterUserOptions = new OpensearchDomainAdvancedSecurityOptionsMasterUserOptions { MasterUserArn = _role.Arn },
            },
            AccessPolicies = _access.Json,
            LogPublishingOptions = logs.Options,
            AutoTuneOptions = SearchCluster.TuningOf(props.Profile),
            OffPeakWindowOptions = new OpensearchDomainOffPeakWindowOptions { Enabled = true },
            SoftwareUpdateOptions = new OpensearchDomainSoftwareUpdateOptions { AutoSoftwareUpdateEnabled = true },
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
            DependsOn = [.. logs.Writable, .. props.Key.Usable],
        });
        Node.AddValidation(new TakenByNobody(_role, props.Name));
    }

    internal string Arn => _domain.Arn;

    /// <summary>Where it answers, within the network.</summary>
    public string Endpoint => _domain.Endpoint;

    /// <summary>What Firehose writes in, and administrators take.</summary>
    public Role Role => _role;

    /// <summary>Says that this domain stood at another address before.</summary>
    public void MovedFrom(string address) => _domain.MoveFromId(address);

    internal PrivateNetwork Network => _props.Network;

    internal override Location Here => _props.Key.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.EngineVersion}, {_props.Profile.Nodes} × {_props.Profile.NodeType}";

    internal override IEnumerable<Widget[]> Rows => [SearchRow.Of(_props.Name, Here)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => SearchAlarms.Of(_props.Name, Here, _props.Profile);

    /// <summary>
    /// The role that a delivery stream of this name writes in: the one that fine-grained access lets in from the start.
    /// It may already do all that Firehose does to the domain and to its network; the rest is granted by the delivery stream.
    /// </summary>
    internal Role WriterFor(string deliveryStream, string index)
    {
        _access.Add(_role.Serve(deliveryStream, index).Select(ByRole));
        return _role;
    }

    private Statement ByRole(Statement statement) => statement with { Principal = new("AWS", _role.Arn) };
}
