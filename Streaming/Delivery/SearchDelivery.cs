using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Search;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>How Firehose comes to a domain in a network, and where it puts what the domain does not take.</summary>
internal static class SearchDelivery
{
    private const int FailuresMegabytes = 5;
    private const int FailuresSeconds = 300;

    public static KinesisFirehoseDeliveryStreamOpensearchConfiguration To(SearchDomain domain, DataBucket failures, Delivery delivery) => new()
    {
        DomainArn = domain.Arn,
        RoleArn = delivery.Role,
        VpcConfig = new KinesisFirehoseDeliveryStreamOpensearchConfigurationVpcConfig
        {
            RoleArn = delivery.Role, SubnetIds = [.. domain.Network.PrivateSubnets], SecurityGroupIds = [domain.Network.ClientSecurityGroup],
        },
        ProcessingConfiguration = delivery.Transform is null ? null : Transforming(delivery),
        CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamOpensearchConfigurationCloudwatchLoggingOptions
        {
            Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
        },
        S3BackupMode = "FailedDocumentsOnly",
        S3Configuration = new KinesisFirehoseDeliveryStreamOpensearchConfigurationS3Configuration
        {
            RoleArn = delivery.Role,
            BucketArn = failures.Arn,
            Prefix = Objects.FailuresBelow(delivery.Name),
            ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
            BufferingSize = FailuresMegabytes,
            BufferingInterval = FailuresSeconds,
            CompressionFormat = "GZIP",
            CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamOpensearchConfigurationS3ConfigurationCloudwatchLoggingOptions
            {
                Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
            },
        },
    };

    private static KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfiguration Transforming(Delivery delivery) => new()
    {
        Enabled = true,
        Processors = new[]
        {
            new KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfigurationProcessors
            {
                Type = "Lambda",
                Parameters = delivery.TransformParameters.Select(parameter => new KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfigurationProcessorsParameters
                {
                    ParameterName = parameter.Name, ParameterValue = parameter.Value,
                }).ToArray(),
            },
        },
    };
}
