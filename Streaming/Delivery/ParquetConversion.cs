using Conversion = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfiguration;
using Deserializer = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializer;
using Input = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfiguration;
using OpenXJson = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationInputFormatConfigurationDeserializerOpenXJsonSerDe;
using Output = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfiguration;
using Parquet = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializerParquetSerDe;
using Schema = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationSchemaConfiguration;
using Serializer = HashiCorp.Cdktf.Providers.Aws.KinesisFirehoseDeliveryStream.
    KinesisFirehoseDeliveryStreamExtendedS3ConfigurationDataFormatConversionConfigurationOutputFormatConfigurationSerializer;

namespace Nautilus.Delivery;

/// <summary>
/// From JSON to Parquet with the columns of a table. The JSON reader is that of OpenX, because Hive's rejects times as our transformation
/// writes them.
/// </summary>
internal static class ParquetConversion
{
    public static Conversion By(EventTable table, string role) => new()
    {
        Enabled = true,
        InputFormatConfiguration = new Input
        {
            Deserializer = new Deserializer { OpenXJsonSerDe = new OpenXJson { CaseInsensitive = true } },
        },
        OutputFormatConfiguration = new Output
        {
            Serializer = new Serializer { ParquetSerDe = new Parquet { Compression = "SNAPPY" } },
        },
        SchemaConfiguration = new Schema { DatabaseName = table.Database, TableName = table.Name, RoleArn = role },
    };
}
