using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Search;
using Nautilus.Storage;
using DocumentIdOptions = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationDocumentIdOptions;
using FailureLogging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationS3ConfigurationCloudwatchLoggingOptions;
using Logging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationCloudwatchLoggingOptions;
using Parameter = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfigurationProcessorsParameters;
using Steps = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfiguration;
using Processor = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationProcessingConfigurationProcessors;
using S3 = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationS3Configuration;
using Vpc = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamOpensearchConfigurationVpcConfig;

namespace Nautilus.Delivery;

/// <summary>The delivery to a domain in a network, with the documents that the domain rejects in a bucket.</summary>
internal static class SearchDelivery
{
    private const int FailuresMegabytes = 5;
    private const int FailuresSeconds = 300;

    public static KinesisFirehoseDeliveryStreamOpensearchConfiguration To(
        SearchDomain domain, DataBucket failures, Delivery delivery) => new()
    {
        DomainArn = domain.Arn,
        RoleArn = delivery.Role,
        VpcConfig = new Vpc
        {
            RoleArn = delivery.Role,
            SubnetIds = [.. domain.Network.PrivateSubnets],
            SecurityGroupIds = [domain.Network.ClientSecurityGroup],
        },
        ProcessingConfiguration = delivery.Transform is null ? null : Transforming(delivery),
        CloudwatchLoggingOptions = new Logging { Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream },
        S3BackupMode = "FailedDocumentsOnly",
        S3Configuration = new S3
        {
            RoleArn = delivery.Role,
            BucketArn = failures.Arn,
            Prefix = Objects.FailuresBelow(delivery.Name),
            ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
            BufferingSize = FailuresMegabytes,
            BufferingInterval = FailuresSeconds,
            CompressionFormat = "GZIP",
            CloudwatchLoggingOptions = new FailureLogging
            {
                Enabled = true,
                LogGroupName = delivery.Log.Group,
                LogStreamName = delivery.Log.Stream,
            },
        },
    };

    public static string PeriodOf(IndexRotation rotation) => rotation switch
    {
        IndexRotation.Hourly => "OneHour",
        IndexRotation.Daily => "OneDay",
        IndexRotation.Weekly => "OneWeek",
        IndexRotation.Monthly => "OneMonth",
        _ => "NoRotation",
    };

    public static DocumentIdOptions IdsOf(DocumentIds ids) => new()
    {
        DefaultDocumentIdFormat = ids is DocumentIds.OfFirehose ? "FIREHOSE_DEFAULT" : "NO_DOCUMENT_ID",
    };

    private static Steps Transforming(Delivery delivery) => new()
    {
        Enabled = true,
        Processors = new[]
        {
            new Processor
            {
                Type = "Lambda",
                Parameters = delivery.TransformParameters
                    .Select(parameter => new Parameter { ParameterName = parameter.Name, ParameterValue = parameter.Value }).ToArray(),
            },
        },
    };
}
