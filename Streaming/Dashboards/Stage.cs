using Constructs;
using Nautilus.Alarms;

namespace Nautilus.Dashboards;

/// <summary>A part of a pipeline, before or behind its stream, with the alarms that fit it.</summary>
public abstract class Stage : Observed
{
    private protected Stage(Construct scope, string id)
        : base(scope, id)
    {
    }

    /// <summary>What its alarms' names begin with.</summary>
    private protected abstract string Subject { get; }

    private protected abstract IEnumerable<Alarm> Alarms { get; }

    /// <summary>The alarms that fit it. They go to the stack's own topic, unless another is given.</summary>
    /// <param name="pageTopic">Where those are told that can't wait for the morning.</param>
    public void AlarmWhenInTrouble(AlarmTopic? topic = null, AlarmTopic? pageTopic = null)
    {
        foreach (var alarm in Alarms)
            Raise(alarm, this, Subject, topic, pageTopic);
    }
}
