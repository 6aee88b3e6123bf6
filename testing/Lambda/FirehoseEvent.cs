using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nautilus.Testing.Lambda;

/// <summary>Batches as Firehose sends them to a transformation, and the answers as it would read them.</summary>
internal static class FirehoseEvent
{
    public const string Shard = "shardId-000000000003";

    public static readonly DateTimeOffset Arrival = new(2026, 11, 21, 4, 52, 0, TimeSpan.Zero);

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

    public static string IdOf(int index) => $"{index:D56}000000";
}
