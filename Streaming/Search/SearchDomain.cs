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
/// An OpenSearch domain in a private network, for Firehose to write into. The account must have the service-linked role of OpenSearch.
/// To create it once: <c>aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com</c>.
/// </summary>
public sealed class SearchDomain : Stage
{
    private readonly SearchDomainProps _props;
    private readonly SearchRole _role;
    private readonly PolicyDocument _access;
    private readonly OpensearchDomain _domain;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the address in Terraform's state.</param>
    /// <param name="props">The domain.</param>
    public SearchDomain(Construct scope, string id, SearchDomainProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _role = new SearchRole(this, "role", props.Name, Network, Location, props.Administrators);
        _access = new PolicyDocument(_role.Administration.Select(ByRole));
        var logs = new SearchLogs(this, "logs", props.Name, props.Key);
        var guard = new Guard(this, "guard", Network.VpcId, $"The OpenSearch domain {props.Name}");
        guard.LetIn("clients of the network", Network.ClientSecurityGroup);
        _domain = new OpensearchDomain(this, "Default", new OpensearchDomainConfig
        {
            DomainName = props.Name,
            EngineVersion = props.EngineVersion,
            ClusterConfig = SearchCluster.Of(props.Profile),
            EbsOptions = new OpensearchDomainEbsOptions { EbsEnabled = true, VolumeType = "gp3", VolumeSize = props.Profile.GibPerNode },
            VpcOptions = new OpensearchDomainVpcOptions
            {
                SubnetIds = [.. Network.PrivateSubnets.Take(props.Profile.Zones)],
                SecurityGroupIds = [guard.Id],
            },
            EncryptAtRest = new OpensearchDomainEncryptAtRest { Enabled = true, KmsKeyId = props.Key.Arn },
            NodeToNodeEncryption = new OpensearchDomainNodeToNodeEncryption { Enabled = true },
            DomainEndpointOptions = new OpensearchDomainDomainEndpointOptions
            {
                EnforceHttps = true,
                TlsSecurityPolicy = "Policy-Min-TLS-1-2-PFS-2023-10",
            },
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
        AtSynth.Check(this, $"search domain '{props.Name}'", () => [HasUsers]);
    }

    /// <summary>The host name of the domain's endpoint, which only clients in the network can reach.</summary>
    public string Endpoint => _domain.Endpoint;

    /// <summary>The role that Firehose writes with, and that administrators assume.</summary>
    public Role Role => _role;

    /// <inheritdoc/>
    public override Location Location => _props.Key.Location;

    internal string Arn => _domain.Arn;

    internal PrivateNetwork Network => _props.Network;

    internal override string Heading => $"## {_props.Name}\n{_props.EngineVersion}, {_props.Profile.Nodes} × {_props.Profile.NodeType}";

    internal override IEnumerable<Widget[]> Rows => [SearchRow.Of(_props.Name, Location)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => SearchAlarms.Of(_props.Name, Location, _props.Profile);

    private Rule HasUsers => Rule.That(_role.IsAssumed,
        "it must have administrators or a delivery stream, because otherwise nobody can use it, got neither");

    /// <summary>States that this domain had another address before.</summary>
    public void MovedFrom(string address) => _domain.MoveFromId(address);

    /// <summary>
    /// The role for a delivery stream of this name, which is the master user of the domain. It allows the actions of Firehose on the domain
    /// and its network. The delivery stream grants the rest.
    /// </summary>
    internal Role WriterFor(string deliveryStream, string index)
    {
        _access.Add(_role.Serve(deliveryStream, index).Select(ByRole));
        return _role;
    }

    private Statement ByRole(Statement statement) => statement with { Principal = new("AWS", _role.Arn) };
}
