using System.Text;
using System.Text.Json;

namespace Nautilus.Testing.Lambda;

/// <summary>
/// Events as Firehose sends them to a transformation. The fields are those of
/// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html and of the event samples of AWS's SDKs.
/// </summary>
public static class FirehoseEvent
{
    /// <summary>The shard of the record in <see cref="FromStream"/>.</summary>
    public const string Shard = "shardId-000000000003";

    /// <summary>The time at which the records arrived.</summary>
    public static readonly DateTimeOffset Arrival = new(2026, 11, 21, 4, 52, 0, TimeSpan.Zero);

    /// <summary>An event with records that producers put directly.</summary>
    /// <param name="records">The data of each record.</param>
    public static byte[] Of(params IEnumerable<byte[]> records) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        invocationId = "invocation",
        deliveryStreamArn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
        region = "us-east-1",
        records = records.Select((data, i) => new
        {
            recordId = IdOf(i),
            approximateArrivalTimestamp = Arrival.ToUnixTimeMilliseconds(),
            data = Convert.ToBase64String(data),
        }),
    });

    /// <summary>
    /// An event with one record of a Kinesis stream, the eighth of an aggregate. It reached Firehose half a minute after the stream.
    /// </summary>
    /// <param name="data">The data of the record.</param>
    public static byte[] FromStream(string data) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        invocationId = "invocation",
        deliveryStreamArn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
        sourceKinesisStreamArn = "arn:aws:kinesis:us-east-1:123456789012:stream/events",
        region = "us-east-1",
        records = new[]
        {
            new
            {
                recordId = IdOf(0),
                approximateArrivalTimestamp = Arrival.ToUnixTimeMilliseconds() + 30_000,
                data = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)),
                kinesisRecordMetadata = new
                {
                    shardId = Shard,
                    partitionKey = "key",
                    approximateArrivalTimestamp = Arrival.ToUnixTimeMilliseconds(),
                    sequenceNumber = "49590338271490256608559692538361571095921575989136588898",
                    subsequenceNumber = "7",
                },
            },
        },
    });

    /// <summary>The id of a record.</summary>
    /// <param name="index">The record's index in the event.</param>
    public static string IdOf(int index) => $"{index:D56}000000";
}
