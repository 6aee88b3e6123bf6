using System.Text.Json.Nodes;
using Nautilus.Testing.CloudWatch;
using Tests.Stacks;

namespace Tests.Streaming.Alarms;

public sealed class AlarmRuleTests
{
    private const string Good = """
        {
          "alarm_name": "clicks-full", "alarm_description": "Stream clicks is full. 1. Look. 2. Add shards. 3. Wait.",
          "namespace": "AWS/Kinesis", "metric_name": "IncomingBytes", "dimensions": { "StreamName": "clicks" },
          "statistic": "Sum", "period": 60,
          "comparison_operator": "GreaterThanThreshold", "threshold": 1, "evaluation_periods": 5, "datapoints_to_alarm": 3,
          "treat_missing_data": "notBreaching", "alarm_actions": ["${aws_sns_topic.alarms.arn}"]
        }
        """;

    public static TheoryData<string> Rules => new(AlarmRules.All.Select(rule => rule.Name));

    [Theory, MemberData(nameof(Rules))]
    public void Every_alarm_of_the_reviewed_stacks_follows_it(string rule)
    {
        foreach (var stack in Goldens.Folder.Stacks)
            Broken(rule, Goldens.Folder.ReadText(stack)).Should().BeEmpty("of {0}", stack);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Every_alarm_of_the_library_follows_it(string rule)
    {
        foreach (var (kind, stack) in EveryAlarm.Stacks)
            Broken(rule, stack).Should().BeEmpty("of {0}", kind);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_good_alarm_follows_it(string rule) => Rule(rule).Offences(JsonNode.Parse(Good)!.AsObject()).Should().BeEmpty();

    [Theory, MemberData(nameof(Rules))]
    public void A_bad_alarm_breaks_it(string rule)
    {
        Rule(rule).Violated.Should().NotBeEmpty();
        foreach (var difference in Rule(rule).Violated)
            Rule(rule).Offences(Differing(difference)).Should().NotBeEmpty("this breaks the rule: {0}", difference);
    }

    [Fact]
    public void Each_stack_of_the_library_has_alarms() =>
        EveryAlarm.Stacks.Values.Select(stack => SynthesizedAlarms.In(stack).Count).Should().OnlyContain(count => count >= 7);

    private static AlarmRule Rule(string name) => AlarmRules.All.Single(rule => rule.Name == name);

    private static IEnumerable<string> Broken(string rule, string stack) =>
        from alarm in SynthesizedAlarms.In(stack)
        from offence in Rule(rule).Offences(alarm)
        select $"{alarm["alarm_name"]}: {offence}";

    private static JsonObject Differing(string difference)
    {
        var alarm = JsonNode.Parse(Good)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(difference)!.AsObject())
            if (value is null)
                alarm.Remove(name);
            else
                alarm[name] = value.DeepClone();
        return alarm;
    }
}
