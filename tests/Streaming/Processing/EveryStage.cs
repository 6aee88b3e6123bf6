using HashiCorp.Cdktf;
using Nautilus.Streaming.Dashboards;
using Nautilus.Streaming.Processing;

namespace Nautilus.Tests.Streaming.Processing;

/// <summary>Each stage that processes records, with all that it can have.</summary>
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
        reader.AlarmWhenInTrouble();
        late.AlarmWhenInTrouble();
        transform.AlarmWhenInTrouble();
        new Dashboard(stack, "dashboard", around.Stream, reader, late, transform);
    }
}
