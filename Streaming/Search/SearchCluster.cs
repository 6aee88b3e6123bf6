using HashiCorp.Cdktf.Providers.Aws.OpensearchDomain;

namespace Nautilus.Search;

/// <summary>A profile in the configuration of a domain.</summary>
internal static class SearchCluster
{
    private const int Masters = 3;

    public static OpensearchDomainClusterConfig Of(SearchProfile profile) => new()
    {
        InstanceType = profile.NodeType,
        InstanceCount = profile.Nodes,
        DedicatedMasterEnabled = profile.MasterType is not null,
        DedicatedMasterType = profile.MasterType,
        DedicatedMasterCount = profile.MasterType is null ? null : Masters,
        ZoneAwarenessEnabled = profile.Zones > 1,
        ZoneAwarenessConfig = profile.Zones > 1
            ? new OpensearchDomainClusterConfigZoneAwarenessConfig { AvailabilityZoneCount = profile.Zones }
            : null,
    };

    // OpenSearch does not tune nodes of type t3.
    public static OpensearchDomainAutoTuneOptions TuningOf(SearchProfile profile) => profile.MasterType is null
        ? new() { DesiredState = "DISABLED" }
        : new() { DesiredState = "ENABLED", UseOffPeakWindow = true };
}
