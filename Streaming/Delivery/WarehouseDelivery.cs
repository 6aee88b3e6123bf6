using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Storage;
using Nautilus.Warehousing;

namespace Nautilus.Delivery;

/// <summary>How records go into a bucket, and how Redshift copies them from there, as a user whose password stands in a secret only.</summary>
internal static class WarehouseDelivery
{
    /// <summary>
    /// Fields go to the columns of their names, and times are as ISO 8601 has them. A text that is too long or not UTF-8 is cut or marked:
    /// it must not hold up all the others.
    /// </summary>
    private const string Copying = "JSON 'auto' GZIP TIMEFORMAT 'auto' TRUNCATECOLUMNS ACCEPTINVCHARS";

    public static KinesisFirehoseDeliveryStreamRedshiftConfiguration To(Warehouse warehouse, DataBucket staging, Delivery delivery, Buffering buffer) => new()
    {
        RoleArn = delivery.Role,
        ClusterJdbcurl = warehouse.JdbcUrl,
        CopyOptions = Copying,
        SecretsManagerConfiguration = new KinesisFirehoseDeliveryStreamRedshiftConfigurationSecretsManagerConfiguration
        {
            Enabled = true, SecretArn = warehouse.SecretArn, RoleArn = delivery.Role,
        },
        ProcessingConfiguration = delivery.Transform is null ? null : Transforming(delivery),
        CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamRedshiftConfigurationCloudwatchLoggingOptions
        {
            Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
        },
        S3Configuration = new KinesisFirehoseDeliveryStreamRedshiftConfigurationS3Configuration
        {
            RoleArn = delivery.Role,
            BucketArn = staging.Arn,
            Prefix = Objects.StagingOf(delivery.Name),
            ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
            BufferingSize = buffer.Megabytes,
            BufferingInterval = buffer.Seconds,
            CompressionFormat = "GZIP",
            CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamRedshiftConfigurationS3ConfigurationCloudwatchLoggingOptions
            {
                Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
            },
        },
    };

    private static KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfiguration Transforming(Delivery delivery) => new()
    {
        Enabled = true,
        Processors = new[]
        {
            new KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfigurationProcessors
            {
                Type = "Lambda",
                Parameters = delivery.TransformParameters.Select(parameter => new KinesisFirehoseDeliveryStreamRedshiftConfigurationProcessingConfigurationProcessorsParameters
                {
                    ParameterName = parameter.Name, ParameterValue = parameter.Value,
                }).ToArray(),
            },
        },
    };
}
