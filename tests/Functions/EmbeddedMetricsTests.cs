using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Functions.Aggregate;
using static Nautilus.Testing.Lambda.StreamEvent;
using static Tests.Functions.AggregateInProcess;

namespace Tests.Functions;

public class EmbeddedMetricsTests
{
    private static readonly string[] Units = ["Count", "None", "Seconds", "Milliseconds", "Bytes", "Percent"];

    [Fact]
    public void Every_line_of_a_window_is_in_the_embedded_metric_format()
    {
        var types = Enumerable.Range(0, 300).Select(i => Click(i % 2 == 0 ? i : null, $"type-{i}"));
        var lines = (Of(types) with { IsFinal = true }).Handle(new Settings { Namespace = "Tests" }).Lines;

        lines.Should().HaveCount(WindowState.MaximumKeys + 2);
        foreach (var line in lines)
            ShouldBeEmbeddedMetrics(line);
    }

    [Fact]
    public void The_timestamp_of_the_metrics_is_the_start_of_the_window() =>
        (Of(Click()) with { IsFinal = true }).Handle().Lines
            .Should().OnlyContain(line => (long)line["_aws"]!["Timestamp"]! == 1795236660000);

    [Fact]
    public void A_window_without_events_reports_zero_duplicates() =>
        (Of() with { IsFinal = true }).Handle().Lines.Should().ContainSingle().Which["Duplicates"]!.GetValue<int>().Should().Be(0);

    // The specification's members, their types, and their limits:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
    private static void ShouldBeEmbeddedMetrics(JsonObject line)
    {
        line.ToJsonString().Length.Should().BeLessThan(1024 * 1024);
        var metadata = line["_aws"]!.AsObject();
        metadata.Select(member => member.Key).Should().BeEquivalentTo("Timestamp", "CloudWatchMetrics");
        metadata["Timestamp"]!.GetValue<long>().Should().BePositive();
        foreach (var directive in metadata["CloudWatchMetrics"]!.AsArray().Select(node => node!.AsObject()))
        {
            directive.Select(member => member.Key).Should().BeEquivalentTo("Namespace", "Dimensions", "Metrics");
            ((string?)directive["Namespace"]).Should().MatchRegex(new Regex("^[A-Za-z0-9./_#:-]{1,255}$")).And.Subject.Should().Be("Tests");
            foreach (var set in directive["Dimensions"]!.AsArray())
            {
                set!.AsArray().Should().HaveCountLessThanOrEqualTo(30);
                foreach (var dimension in set.AsArray())
                    ((string?)line[(string)dimension!]).Should().NotBeNullOrEmpty().And.Subject.Length.Should().BeLessThanOrEqualTo(1024);
            }

            var metrics = directive["Metrics"]!.AsArray();
            metrics.Should().HaveCountLessThanOrEqualTo(100).And.OnlyHaveUniqueItems(metric => (string)metric!["Name"]!);
            foreach (var metric in metrics)
            {
                Units.Should().Contain((string)metric!["Unit"]!);
                double.IsFinite(line[(string)metric["Name"]!]!.GetValue<double>()).Should().BeTrue();
            }
        }
    }
}
