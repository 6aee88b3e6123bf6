using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Storage;

namespace Nautilus.Delivery;

/// <summary>What lake and archive have in common. Objects are encrypted as their bucket says.</summary>
internal static class S3Delivery
{
    public static KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfiguration EndLines => Processing(new() { Type = "AppendDelimiterToRecord" });

    public static KinesisFirehoseDeliveryStreamExtendedS3Configuration To(
        DataBucket bucket, Delivery delivery, Buffering buffer, string prefix, KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfiguration processing) => new()
    {
        RoleArn = delivery.Role,
        BucketArn = bucket.Arn,
        Prefix = prefix,
        ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
        BufferingSize = buffer.Megabytes,
        BufferingInterval = buffer.Seconds,
        ProcessingConfiguration = processing,
        CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationCloudwatchLoggingOptions
        {
            Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
        },
    };

    /// <summary>A copy of what comes, before anything is made of it.</summary>
    public static KinesisFirehoseDeliveryStreamExtendedS3ConfigurationS3BackupConfiguration Raw(DataBucket bucket, Delivery delivery, string prefix) => new()
    {
        RoleArn = delivery.Role,
        BucketArn = bucket.Arn,
        Prefix = Objects.Hourly(prefix),
        ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
        BufferingSize = 128,
        BufferingInterval = 900,
        CompressionFormat = "GZIP",
        CloudwatchLoggingOptions = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationS3BackupConfigurationCloudwatchLoggingOptions
        {
            Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream,
        },
    };

    public static KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfiguration Transforming(Delivery delivery) => Processing(new()
    {
        Type = "Lambda",
        Parameters = delivery.TransformParameters.Select(parameter => new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfigurationProcessorsParameters
        {
            ParameterName = parameter.Name, ParameterValue = parameter.Value,
        }).ToArray(),
    });

    private static KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfiguration Processing(
        KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfigurationProcessors processor) => new() { Enabled = true, Processors = new[] { processor } };
}
