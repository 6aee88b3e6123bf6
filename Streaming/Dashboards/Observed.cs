using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchMetricAlarm;
using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Dashboards;

/// <summary>What has alarms, and stands on a dashboard.</summary>
public abstract class Observed : Construct
{
    private readonly Dictionary<(Construct Owner, string What), CloudwatchMetricAlarm> _alarms = [];
    private readonly List<string> _alarmArns = [];

    private protected Observed(Construct scope, string id)
        : base(scope, id)
    {
    }

    internal abstract Location Here { get; }

    /// <summary>What a dashboard says of it first, in Markdown.</summary>
    internal abstract string Heading { get; }

    /// <summary>What a dashboard shows of it, below its alarms.</summary>
    internal abstract IEnumerable<Widget[]> Rows { get; }

    internal IReadOnlyList<string> AlarmArns => _alarmArns;

    /// <summary>Something that a dashboard shows has come.</summary>
    internal event Action? Changed;

    /// <summary>Null when there is none yet.</summary>
    private protected CloudwatchMetricAlarm? Raised(Construct owner, string what) => _alarms.GetValueOrDefault((owner, what));

    /// <summary>Makes an alarm of this, or of a part of it.</summary>
    private protected CloudwatchMetricAlarm Raise(Alarm alarm, Construct owner, string subject, AlarmTopic? topic, AlarmTopic? pageTopic)
    {
        Rules.Check($"alarm '{subject}-{alarm.What}'", (Raised(owner, alarm.What) is null, "it must be asked for once, got it twice"));
        var raised = alarm.In(owner, subject, topic, pageTopic);
        _alarms.Add((owner, alarm.What), raised);
        _alarmArns.Add(raised.Arn);
        HasChanged();
        return raised;
    }

    private protected void HasChanged() => Changed?.Invoke();
}
