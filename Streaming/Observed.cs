using Constructs;
using Nautilus.Streaming.Access;
using Nautilus.Streaming.Dashboards;

namespace Nautilus.Streaming;

/// <summary>What has alarms, and stands on a dashboard.</summary>
public abstract class Observed : Construct
{
    private readonly List<string> _alarms = [];

    private protected Observed(Construct scope, string id)
        : base(scope, id)
    {
    }

    internal abstract ArnParts Here { get; }

    /// <summary>What a dashboard says of it first, in Markdown.</summary>
    internal abstract string Heading { get; }

    /// <summary>What a dashboard shows of it, below its alarms.</summary>
    internal abstract IEnumerable<Widget[]> Rows { get; }

    internal IReadOnlyList<string> AlarmArns => _alarms;

    /// <summary>Something that a dashboard shows has come.</summary>
    internal event Action? Changed;

    private protected void Show(string alarm)
    {
        _alarms.Add(alarm);
        HasChanged();
    }

    private protected void HasChanged() => Changed?.Invoke();
}
