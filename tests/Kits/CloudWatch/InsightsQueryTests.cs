using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.CloudWatch.MetricMath;

namespace Tests.Kits.CloudWatch;

public sealed class InsightsQueryTests
{
    private static readonly Window Window = new(3, 3, 1);

    [Theory]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards WHERE StreamName = 'clicks' GROUP BY ShardId", "1 2 3 | 10 - 30")]
    [InlineData(
        """SELECT SUM(IncomingBytes) FROM SCHEMA("AWS/Kinesis", StreamName, ShardId) """
            + "WHERE StreamName = 'clicks' GROUP BY ShardId ORDER BY SUM() DESC",
        "1 2 3 | 10 - 30")]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards WHERE StreamName = 'clicks'", "11 2 33")]
    [InlineData("SELECT MAX(IncomingBytes) FROM $shards WHERE StreamName = 'clicks'", "10 2 30")]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards GROUP BY StreamName", "11 2 33 | 500 - -")]
    [InlineData("""SELECT SUM(IncomingBytes) FROM SCHEMA("AWS/Kinesis", StreamName) WHERE StreamName = 'clicks'""", "7 - -")]
    [InlineData("""SELECT SUM(IncomingBytes) FROM "AWS/Kinesis" WHERE StreamName = 'clicks'""", "18 2 33")]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards WHERE StreamName != 'clicks' AND ShardId = 's0'", "500 - -")]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards WHERE StreamName = 'orders' GROUP BY ShardId", "")]
    [InlineData("SELECT SUM(IncomingBytes) FROM $shards WHERE StreamName = 'orders'", "- - -")]
    [InlineData("SELECT SUM(OutgoingBytes) FROM $shards WHERE StreamName = 'clicks'", "- - -")]
    public void A_query_selects_and_groups(string query, string points) => Points.Write(Run(query, Window)).Should().Be(points);

    [Fact]
    public void A_group_without_a_value_in_the_window_does_not_exist() =>
        Points.Write(Run("SELECT SUM(IncomingBytes) FROM $shards GROUP BY StreamName", new(3, 2, 1))).Should().Be("2 33");

    [Theory]
    [InlineData("""SELECT SUM(IncomingBytes) FROM AWS/Kinesis""")]
    [InlineData("""SELECT SUM(IncomingBytes) FROM "AWS/Kinesis" WHERE StreamName = clicks""")]
    [InlineData("""SELECT SUM(IncomingBytes) FROM "AWS/Kinesis" LIMIT 5""")]
    public void Another_query_is_an_error(string query) =>
        FluentActions.Invoking(() => InsightsQuery.Parse(query)).Should().Throw<FormatException>();

    private static Value Run(string query, Window window) => InsightsQuery
        .Parse(query.Replace("$shards", """SCHEMA("AWS/Kinesis", ShardId, StreamName)""", StringComparison.Ordinal))
        .Run(Reported(), window);

    private static Metrics Reported()
    {
        var metrics = new Metrics();
        Report("clicks", "s0", 1, 2, 3);
        Report("clicks", "s1", 10, null, 30);
        Report("sales", "s0", 500, null, null);
        metrics.Report(new("AWS/Kinesis", "IncomingBytes", ("StreamName", "clicks")), 1, 7);
        return metrics;

        void Report(string stream, string shard, params double?[] values)
        {
            for (var minute = 1; minute <= values.Length; minute++)
                if (values[minute - 1] is { } value)
                    metrics.Report(new("AWS/Kinesis", "IncomingBytes", ("StreamName", stream), ("ShardId", shard)), minute, value);
        }
    }
}
