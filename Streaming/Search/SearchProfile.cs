using Nautilus.Foundations;

namespace Nautilus.Search;

/// <summary>How big a domain is. It can change at any time: the domain stays, and OpenSearch moves the data.</summary>
public abstract record SearchProfile
{
    private SearchProfile()
    {
    }

    /// <summary>One t3.small.search with 10 GiB, about 27 $ a month: to try things out. Without a second node, no replica and no update without a pause.</summary>
    public static SearchProfile Small { get; } = new OneNode();

    internal abstract string NodeType { get; }

    internal abstract int Nodes { get; }

    internal abstract int GibPerNode { get; }

    /// <summary>Of three dedicated masters; none, if null.</summary>
    internal abstract string? MasterType { get; }

    internal abstract int Zones { get; }

    internal abstract IEnumerable<(bool Holds, string Rule)> Checks { get; }

    /// <summary>Nodes over three zones, and three masters of their own: a zone can fail.</summary>
    /// <param name="nodes">Nodes with data: 3, 6 and so on, that each zone has as many.</param>
    /// <param name="nodeType">Their type.</param>
    /// <param name="gibPerNode">The disk of each, in GiB, gp3.</param>
    /// <param name="masterType">The type of the masters.</param>
    public static SearchProfile Production(int nodes = 3, string nodeType = "r7g.large.search", int gibPerNode = 100, string masterType = "m7g.large.search") =>
        new ThreeZones(nodes, nodeType, gibPerNode, masterType);

    private sealed record OneNode : SearchProfile
    {
        internal override string NodeType => "t3.small.search";

        internal override int Nodes => 1;

        internal override int GibPerNode => 10;

        internal override string? MasterType => null;

        internal override int Zones => 1;

        internal override IEnumerable<(bool, string)> Checks => [];
    }

    private sealed record ThreeZones(int Count, string Type, int Gib, string Master) : SearchProfile
    {
        private const int Smallest = 3;
        private const int Largest = 1002;

        internal override string NodeType => Type;

        internal override int Nodes => Count;

        internal override int GibPerNode => Gib;

        internal override string? MasterType => Master;

        internal override int Zones => 3;

        internal override IEnumerable<(bool, string)> Checks =>
        [
            (Count is >= Smallest and <= Largest && Count % Zones == 0, $"nodes must be 3 to {Largest} and a multiple of 3, got {Count}"),
            Fits(Type, "node"),
            Fits(Master, "master"),
            (Gib is >= 10 and <= 24576, $"each node must have 10 to 24576 GiB, got {Gib}"),
        ];

        // Nodes of t2 and t3 have no automatic tuning, and no place in three zones with masters.
        private static (bool, string) Fits(string type, string what) =>
            (Rules.IsToken(type) || (type.EndsWith(".search", StringComparison.Ordinal) && !type.StartsWith('t')),
                $"{what} type must be one of OpenSearch's, such as r7g.large.search, and none of t2 or t3, got '{type}'");
    }
}
