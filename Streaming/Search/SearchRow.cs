using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Search;

/// <summary>The row of a dashboard that shows a domain.</summary>
internal static class SearchRow
{
    public static Widget[] Of(string domain, Location location)
    {
        return
        [
            Widget.Graph("Requests", location.Region, 8, "a minute",
            [
                Of("IndexingRate", "Average", "documents written"),
                Of("SearchRate", "Average", "searches"),
            ]),
            Widget.Graph("Load of the busiest node", location.Region, 8, "%",
            [
                Of("CPUUtilization", "Maximum", "CPU"),
                Of("JVMMemoryPressure", "Maximum", "heap"),
            ]),
            Widget.Graph("Disk left, on the fullest node", location.Region, 8, "MiB", [Of("FreeStorageSpace", "Minimum", "free")]),
        ];

        Line Of(string name, string statistic, string label) => Line.Of(SearchAlarms.Metric(domain, location, name, statistic), label);
    }
}
