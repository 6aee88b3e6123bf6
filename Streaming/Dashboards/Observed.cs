using Constructs;
using Nautilus.Foundations;

namespace Nautilus.Dashboards;

/// <summary>A construct that has alarms and rows on a dashboard.</summary>
public abstract class Observed : Construct
{
    private protected Observed(Construct scope, string id)
        : base(scope, id)
    {
    }

    /// <summary>The partition, the region and the account.</summary>
    public abstract Location Location { get; }

    /// <summary>What a dashboard shows first, in Markdown.</summary>
    internal abstract string Heading { get; }

    /// <summary>What a dashboard shows below the alarms.</summary>
    internal abstract IEnumerable<Widget[]> Rows { get; }

    /// <summary>The ARNs of the alarms, in an order that does not depend on the order of the calls.</summary>
    internal abstract IEnumerable<string> AlarmArns { get; }
}
