using System.Text.Json.Nodes;
using Nautilus.Search;
using Nautilus.Testing.CloudWatch;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Search;

public sealed class SearchAlarmsTests
{
    private const string DiskAlarm = "aws_cloudwatch_metric_alarm.search_disk-filling_D88B520F";

    private static readonly SearchProfile[] Profiles = [SearchProfile.Small, SearchProfile.Production()];

    [Theory]
    [InlineData(0, "red", "writes-blocked", "key-lost", "disk-filling", "memory-short", "busy", "no-backup")]
    [InlineData(1, "red", "writes-blocked", "key-lost", "disk-filling", "memory-short", "busy", "no-backup", "yellow", "headless")]
    public void Alarms_fit_the_profile(int profile, params string[] expected) =>
        SynthesizedAlarms.In(SynthesizedDomain.WithAlarms(Profiles[profile])).Select(alarm => (string)alarm["alarm_name"]!)
            .Should().BeEquivalentTo(expected.Select(name => $"events-{name}"));

    [Fact]
    public void Every_metric_of_an_alarm_names_the_domain_and_its_account() =>
        SynthesizedAlarms.In(SynthesizedDomain.WithAlarms(SearchProfile.Production())).SelectMany(Dimensions)
            .Select(dimensions => ((string?)dimensions["DomainName"], (string?)dimensions["ClientId"]))
            .Should().HaveCount(10).And.AllBeEquivalentTo(("events", SynthesizedDomain.Account));

    [Fact]
    public void The_disk_alarm_uses_the_size_of_the_disk() =>
        SynthesizedDomain.WithAlarms(SearchProfile.Small).Should().HaveResource(DiskAlarm, new
        {
            threshold = 75,
            metric_query = new object[]
            {
                new { id = "result", expression = "100 - 100 * free / 10240" },
                new { id = "free", metric = new { metric_name = "FreeStorageSpace", stat = "Minimum" } },
            },
        });

    private static IEnumerable<JsonNode> Dimensions(JsonObject alarm) =>
        alarm["metric_query"] is JsonArray queries
            ? queries.Select(query => query!["metric"]?["dimensions"]).OfType<JsonNode>()
            : [alarm["dimensions"]!];
}
