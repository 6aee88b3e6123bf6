using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Tests.Kits.CloudWatch;

public sealed class MetricsTests
{
    private static readonly Metric Clicks = new("AWS/Kinesis", "IncomingBytes", ("StreamName", "clicks"));

    [Fact]
    public void A_window_slides_over_the_minutes()
    {
        var metrics = Reported((1, 1), (2, 10), (4, 100), (6, 1000));

        Sums(metrics, Clicks, new(6, 3, 2)).Should().Be("11 100 1000");
        Sums(metrics, Clicks, new(5, 3, 2)).Should().Be("1 10 100");
        Sums(metrics, Clicks, new(6, 6, 1)).Should().Be("1 10 - 100 - 1000");
    }

    [Fact]
    public void A_late_value_is_not_known_yet()
    {
        var metrics = Reported((1, 1), (2, 10), (3, 100), (4, 1000));

        Sums(metrics, Clicks, new(4, 4, 1) { Late = 2 }).Should().Be("1 10 - -");
        Sums(metrics, Clicks, new(4, 2, 2) { Late = 1 }).Should().Be("11 100");
    }

    [Fact]
    public void Values_of_one_minute_add_up() =>
        Sums(Reported((1, 1), (1, 2)), Clicks, new(1, 1, 1)).Should().Be("3");

    [Fact]
    public void Dimensions_match_exactly_in_any_order()
    {
        var shard = ("ShardId", "shardId-0");
        var metrics = new Metrics();
        metrics.Report(new("AWS/Kinesis", "IncomingBytes", shard, ("StreamName", "clicks")), 1, 5);

        Sums(metrics, new("AWS/Kinesis", "IncomingBytes", ("StreamName", "clicks"), shard), new(1, 1, 1)).Should().Be("5");
        Sums(metrics, Clicks, new(1, 1, 1)).Should().Be("-");
        Sums(metrics, new("AWS/Kinesis", "IncomingBytes"), new(1, 1, 1)).Should().Be("-");
        Sums(metrics, new("AWS/Kinesis", "IncomingBytes", ("StreamName", "orders"), shard), new(1, 1, 1)).Should().Be("-");
        Sums(metrics, new("Kinesis", "IncomingBytes", ("StreamName", "clicks"), shard), new(1, 1, 1)).Should().Be("-");
    }

    private static Metrics Reported(params (int Minute, double Value)[] values)
    {
        var metrics = new Metrics();
        foreach (var (minute, value) in values)
            metrics.Report(Clicks, minute, value);
        return metrics;
    }

    private static string Sums(Metrics metrics, Metric metric, Window window) => Points.Write(metrics.Series(metric, "Sum", window));
}
