using HashiCorp.Cdktf;
using Nautilus.Iot;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Iot;

/// <summary>Ingestion of the readings of plants.</summary>
internal static class Plants
{
    public const string Topics = "plants/+/readings";

    public static IotIngestion Ingestion(
        TerraformStack stack, Func<IotIngestionProps, IotIngestionProps>? change = null, Encryption? encryption = null)
    {
        var props = new IotIngestionProps { Name = "plants", Stream = Stream(stack, "stream", encryption), Topics = Topics };
        return new(stack, "ingestion", change is null ? props : change(props));
    }

    public static string Synthesize(Func<IotIngestionProps, IotIngestionProps>? change = null) =>
        Testing.SynthScope(stack => Ingestion(stack, change));

    /// <summary>The message of a mistake in the properties.</summary>
    public static string Message(Func<IotIngestionProps, IotIngestionProps> change) => Rejected.AtOnce(() => Synthesize(change));

    public static DataStream Stream(TerraformStack stack, string id, Encryption? encryption = null) => new(stack, id, new()
    {
        Name = "readings",
        Capacity = Capacity.Provisioned(1),
        Encryption = encryption ?? Encryption.AwsKey,
    });
}
