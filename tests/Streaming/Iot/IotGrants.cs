using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Review.Access;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;
using Tests.Streaming.Streams;

namespace Tests.Streaming.Iot;

/// <summary>The policies of the IoT stack.</summary>
internal static class IotGrants
{
    public const string Account = "111122223333";
    public const string Stream = $"arn:aws:kinesis:us-east-1:{Account}:stream/iot-kinesis-stream";

    public static readonly Grants Access = Grants.Of(Testing.SynthWhole(app => new IotStack(app, "iot", new Deployment(), new()
    {
        Databricks = new() { Principal = EverythingOfAStream.Databricks, ExternalId = "0000-1111-2222" },
    })));

    public static readonly string Queue = Access.ArnOf("aws_sqs_queue.ingestion_queue_7EB6B0B4");
}
