using System.Text;
using System.Text.Json;

namespace Nautilus.Benchmarks.Functions;

/// <summary>Events from Firehose with logs, telemetry of devices, and changes of a database. One record in fifty is bad.</summary>
internal static class Batch
{
    private static readonly DateTimeOffset Arrival = new(2026, 11, 21, 4, 52, 0, TimeSpan.Zero);

    public static byte[] Of(int records)
    {
        var random = new Random(1);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            invocationId = "invocation",
            deliveryStreamArn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
            sourceKinesisStreamArn = "arn:aws:kinesis:us-east-1:123456789012:stream/events",
            region = "us-east-1",
            records = Enumerable.Range(0, records).Select(i => new
            {
                recordId = $"{i:D56}000000",
                approximateArrivalTimestamp = Arrival.ToUnixTimeMilliseconds(),
                data = Convert.ToBase64String(Encoding.UTF8.GetBytes(Data(i, random))),
                kinesisRecordMetadata = new
                {
                    sequenceNumber = $"{i:D56}",
                    subsequenceNumber = "0",
                    partitionKey = $"key-{i % 97}",
                    shardId = "shardId-000000000000",
                    approximateArrivalTimestamp = Arrival.ToUnixTimeMilliseconds(),
                },
            }),
        });
    }

    private static string Data(int i, Random random)
    {
        var time = Arrival.AddMilliseconds(-random.Next(60_000));
        var data = (i % 50) switch
        {
            7 => "not JSON at all",
            < 17 => Request(i, time, random),
            < 34 => Telemetry(i, time, random),
            _ => Change(i, time, random),
        };
        return data.ReplaceLineEndings("");
    }

    private static string Request(int i, DateTimeOffset time, Random random) => $$"""
        {"eventType":"request","eventTime":"{{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}","eventId":"{{i}}-{{random.Next()}}",
        "source":"checkout","value":{{random.Next(1, 900)}},"httpMethod":"POST","path":"/orders/{{random.Next(1000)}}","status":200,
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64) \"quoted\"","traceId":"{{random.NextInt64():x16}}"}
        """;

    private static string Telemetry(int i, DateTimeOffset time, Random random) => $$"""
        {"event-type":"telemetry","event-time":{{time.ToUnixTimeMilliseconds()}},"source":"device-{{random.Next(500)}}",
        "value":{{random.Next(-400, 900)}},"batteryLevel":{{random.Next(100)}},"position":{"lat":52.25,"lon":13.5},
        "firmware":"1.4.{{random.Next(9)}}","isCharging":{{(i % 2 == 0 ? "true" : "false")}}}
        """;

    private static string Change(int i, DateTimeOffset time, Random random) => $$"""
        {"EventType":"order.changed","EventTime":"{{time.ToOffset(TimeSpan.FromHours(2)):yyyy-MM-dd'T'HH:mm:sszzz}}",
        "EventID":"{{random.NextInt64():x16}}","Source":"orders-db","tableName":"orders","before":null,
        "after":{"id":{{i}},"state":"paid","tags":["a","b"]},"note":"größer \u00e4 ✓","transactionID":{{random.Next()}}}
        """;
}
