using HashiCorp.Cdktf;
using Nautilus.Dashboards;
using Nautilus.Networking;
using Nautilus.Processing;

namespace Tests.Streaming.Processing;

/// <summary>Each stage that processes records, with everything that it can have.</summary>
internal static class EveryStage
{
    public static void In(TerraformStack stack)
    {
        var around = new Surroundings(stack);
        var reader = new StreamFunction(stack, "count", around.Reader with
        {
            Window = TimeSpan.FromMinutes(1),
            BatchingWindow = TimeSpan.FromSeconds(5),
            ReservedConcurrency = 2,
            Filters = ["""{"data":{"kind":["order"]}}"""],
            Environment = new Dictionary<string, string> { ["DELIVERY_STREAM"] = "counts" },
        });
        var late = new StreamFunction(stack, "late", around.Reader with
        {
            Name = "late",
            Source = around.Stream.AddConsumer("late"),
            StartFrom = StartFrom.At(new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)),
        });
        var transform = new TransformFunction(stack, "transform", around.Transformer);
        var sessions = new FlinkApplication(stack, "sessions", around.Sessions with
        {
            Network = new PrivateNetwork(stack, "network", new() { Location = around.Key.Location }),
            Properties = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["source"] = new Dictionary<string, string> { ["stream.arn"] = around.Stream.Arn },
            },
            PreventDestroy = false,
        });
        var given = new FlinkApplication(stack, "given", around.Sessions with
        {
            Name = "given",
            Code = FlinkCode.InS3("arn:aws:s3:::code", "app.jar", "3"),
            Source = around.Stream.AddConsumer("given"),
            Start = true,
            PreventDestroy = false,
        });
        reader.AlarmWhenInTrouble();
        late.AlarmWhenInTrouble();
        transform.AlarmWhenInTrouble();
        sessions.AlarmWhenInTrouble();
        given.AlarmWhenInTrouble();
        new Dashboard(stack, "dashboard", around.Stream, reader, late, transform, sessions, given);
    }
}
