using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;
using Nautilus.Storage;
using Backup = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationS3BackupConfiguration;
using BackupLogging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationS3BackupConfigurationCloudwatchLoggingOptions;
using Logging = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationCloudwatchLoggingOptions;
using Parameter = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfigurationProcessorsParameters;
using Steps = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfiguration;
using Processor = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationProcessingConfigurationProcessors;

namespace Nautilus.Delivery;

/// <summary>The configuration that lake and archive share. The bucket's own settings encrypt the objects.</summary>
internal static class S3Delivery
{
    public static Steps EndLines => By(new() { Type = "AppendDelimiterToRecord" });

    public static KinesisFirehoseDeliveryStreamExtendedS3Configuration To(
        DataBucket bucket, Delivery delivery, Buffering buffer, string prefix, Steps processing) => new()
    {
        RoleArn = delivery.Role,
        BucketArn = bucket.Arn,
        Prefix = prefix,
        ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
        BufferingSize = buffer.Megabytes,
        BufferingInterval = buffer.Seconds,
        ProcessingConfiguration = processing,
        CloudwatchLoggingOptions = new Logging { Enabled = true, LogGroupName = delivery.Log.Group, LogStreamName = delivery.Log.Stream },
    };

    /// <summary>A copy of the records before their transformation.</summary>
    public static Backup Raw(DataBucket bucket, Delivery delivery, string prefix) => new()
    {
        RoleArn = delivery.Role,
        BucketArn = bucket.Arn,
        Prefix = Objects.Hourly(prefix),
        ErrorOutputPrefix = Objects.FailuresOf(delivery.Name),
        BufferingSize = 128,
        BufferingInterval = 900,
        CompressionFormat = "GZIP",
        CloudwatchLoggingOptions = new BackupLogging
        {
            Enabled = true,
            LogGroupName = delivery.Log.Group,
            LogStreamName = delivery.Log.Stream,
        },
    };

    public static Steps Transforming(Delivery delivery) => By(new()
    {
        Type = "Lambda",
        Parameters = delivery.TransformParameters
            .Select(parameter => new Parameter { ParameterName = parameter.Name, ParameterValue = parameter.Value }).ToArray(),
    });

    private static Steps By(Processor processor) => new() { Enabled = true, Processors = new[] { processor } };
}
