using HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream;

namespace Nautilus.Delivery;

/// <summary>From JSON to Parquet by the columns of a table. OpenX's reader of JSON takes times as our transformation writes them, which Hive's does not.</summary>
internal static class ParquetConversion
{
    public static KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfiguration By(EventTable table, string role) => new()
    {
        Enabled = true,
        InputFormatConfiguration = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfiguration
        {
            Deserializer = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializer
            {
                OpenXJsonSerDe = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializerOpenXJsonSerDe
                {
                    CaseInsensitive = true,
                },
            },
        },
        OutputFormatConfiguration = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfiguration
        {
            Serializer = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializer
            {
                ParquetSerDe = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializerParquetSerDe
                {
                    Compression = "SNAPPY",
                },
            },
        },
        SchemaConfiguration = new KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationSchemaConfiguration
        {
            DatabaseName = table.Database,
            TableName = table.Name,
            RoleArn = role,
        },
    };
}
