using HashiCorp.Cdktf.Providers.Aws.Kinesisanalyticsv2Application;

namespace Nautilus.Processing;

/// <summary>The settings of an application, in the form of the Terraform provider.</summary>
internal static class FlinkConfiguration
{
    private const string Custom = "CUSTOM";

    public static Kinesisanalyticsv2ApplicationApplicationConfiguration Of(FlinkApplicationProps props, CodeObject code) => new()
    {
        ApplicationCodeConfiguration = Code(code),
        ApplicationSnapshotConfiguration =
            new Kinesisanalyticsv2ApplicationApplicationConfigurationApplicationSnapshotConfiguration
            {
                SnapshotsEnabled = props.Snapshots,
            },
        EnvironmentProperties = props.Properties.Count > 0 ? Properties(props) : null,
        FlinkApplicationConfiguration = Flink(props),
        VpcConfiguration = props.Network is { } network
            ? new Kinesisanalyticsv2ApplicationApplicationConfigurationVpcConfiguration
            {
                SubnetIds = [.. network.PrivateSubnets], SecurityGroupIds = [network.ClientSecurityGroup],
            }
            : null,
    };

    private static Kinesisanalyticsv2ApplicationApplicationConfigurationFlinkApplicationConfiguration Flink(
        FlinkApplicationProps props) => new()
    {
        CheckpointConfiguration =
            new Kinesisanalyticsv2ApplicationApplicationConfigurationFlinkApplicationConfigurationCheckpointConfiguration
            {
                ConfigurationType = Custom,
                CheckpointingEnabled = true,
                CheckpointInterval = props.CheckpointInterval.TotalMilliseconds,
                MinPauseBetweenCheckpoints = props.CheckpointPause.TotalMilliseconds,
            },
        MonitoringConfiguration =
            new Kinesisanalyticsv2ApplicationApplicationConfigurationFlinkApplicationConfigurationMonitoringConfiguration
            {
                ConfigurationType = Custom,
                LogLevel = props.LogLevel.ToString().ToUpperInvariant(),
                MetricsLevel = props.MetricsLevel.ToString().ToUpperInvariant(),
            },
        ParallelismConfiguration =
            new Kinesisanalyticsv2ApplicationApplicationConfigurationFlinkApplicationConfigurationParallelismConfiguration
            {
                ConfigurationType = Custom,
                AutoScalingEnabled = props.AutoScaling,
                Parallelism = props.Parallelism,
                ParallelismPerKpu = props.ParallelismPerKpu,
            },
    };

    private static Kinesisanalyticsv2ApplicationApplicationConfigurationApplicationCodeConfiguration Code(CodeObject code) => new()
    {
        CodeContentType = "ZIPFILE",
        CodeContent = new Kinesisanalyticsv2ApplicationApplicationConfigurationApplicationCodeConfigurationCodeContent
        {
            S3ContentLocation =
                new Kinesisanalyticsv2ApplicationApplicationConfigurationApplicationCodeConfigurationCodeContentS3ContentLocation
                {
                    BucketArn = code.BucketArn, FileKey = code.Key, ObjectVersion = code.Version,
                },
        },
    };

    private static Kinesisanalyticsv2ApplicationApplicationConfigurationEnvironmentProperties Properties(
        FlinkApplicationProps props) => new()
    {
        PropertyGroup = props.Properties.Select(group =>
            new Kinesisanalyticsv2ApplicationApplicationConfigurationEnvironmentPropertiesPropertyGroup
            {
                PropertyGroupId = group.Key, PropertyMap = group.Value.ToDictionary(),
            }).ToArray(),
    };
}
