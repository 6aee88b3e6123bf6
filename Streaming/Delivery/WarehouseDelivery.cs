using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Storage;
using Nautilus.Warehousing;
using Logging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationCloudwatchLoggingOptions;
using Parameter = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfigurationProcessorsParameters;
using Steps = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfiguration;
using Processor = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfigurationProcessors;
using S3 = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationS3Configuration;
using Secret = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationSecretsManagerConfiguration;
using StagingLogging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamRedshiftConfigurationS3ConfigurationCloudwatchLoggingOptions;

namespace Nautilus.Delivery;

/// <summary>The delivery to a bucket, and the copy by Redshift from there. The password of the user is in a secret only.</summary>
internal static class WarehouseDelivery
{
    /// <summary>
    /// Fields go to the columns with their names, and times are in ISO 8601. A text that is too long is cut, and characters that are not
    /// UTF-8 are replaced, so that one record does not stop the copy of the others.
    /// </summary>
    private const string Copying = "JSON 'auto' GZIP TIMEFORMAT 'auto' TRUNCATECOLUMNS ACCEPTINVCHARS";

    public static KinesisFirehoseDeliveryStreamRedshiftConfiguration To(
        Warehouse warehouse, DataBucket staging, Delivery delivery, Buffering buffer) => new()
    {
        RoleArn = delivery.Role,
        ClusterJdbcurl = warehouse.JdbcUrl,
        CopyOptions = Copying,
        SecretsManagerConfiguration = new Secret { Enabled = true, SecretArn = warehouse.SecretArn, RoleArn = delivery.Role },
        ProcessingConfiguration = delivery.Transform is null ? null : Transforming(delivery),
        CloudwatchLoggingOptions = new Logging { Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream },
        S3Configuration = new S3
        {
            RoleArn = delivery.Role,
            BucketArn = staging.Arn,
            Prefix = Objects.StagingOf(delivery.Name),
            ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
            BufferingSize = buffer.Megabytes,
            BufferingInterval = buffer.Seconds,
            CompressionFormat = "GZIP",
            CloudwatchLoggingOptions = new StagingLogging
            {
                Enabled = true,
                LogGroupName = delivery.Log.Group,
                LogStreamName = delivery.Log.Stream,
            },
        },
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
