using Constructs;
using Nautilus.Alarms;
using Nautilus.Foundations;

namespace Nautilus.Dashboards;

/// <summary>A part of a pipeline, before or behind its stream, with its alarms.</summary>
public abstract class Stage : Observed
{
    private readonly List<string> _alarmArns = [];

    private protected Stage(Construct scope, string id)
        : base(scope, id)
    {
    }

    /// <summary>The beginning of the names of the alarms.</summary>
    private protected abstract string Subject { get; }

    private protected abstract IEnumerable<Alarm> Alarms { get; }

    internal override IEnumerable<string> AlarmArns => _alarmArns;

    /// <summary>Creates the alarms of this stage. They are sent to the stack's own topic, unless a topic is given.</summary>
    /// <param name="topic">The topic of all alarms.</param>
    /// <param name="pageTopic">The topic of the alarms that can't wait for the morning. <paramref name="topic"/>, unless given.</param>
    public void AlarmWhenInTrouble(AlarmTopic? topic = null, AlarmTopic? pageTopic = null)
    {
        Check.That($"stage '{Subject}'", Rule.That(_alarmArns.Count == 0, "its alarms must be created once, got a second call"));
        _alarmArns.AddRange(Alarms.Select(alarm => alarm.In(this, Subject, topic, pageTopic).Arn));
    }
}
