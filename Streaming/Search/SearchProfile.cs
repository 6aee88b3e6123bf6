using Nautilus.Foundations;

namespace Nautilus.Search;

/// <summary>The size of a domain. It can change at any time: OpenSearch keeps the domain and moves the data.</summary>
public abstract record SearchProfile
{
    private SearchProfile()
    {
    }

    /// <summary>
    /// One t3.small.search with 10 GiB, for about 27 $ a month, for experiments. With one node the domain has no replica, and each update
    /// interrupts it.
    /// </summary>
    public static SearchProfile Small { get; } = new OneNode();

    internal abstract string NodeType { get; }

    internal abstract int Nodes { get; }

    internal abstract int GibPerNode { get; }

    /// <summary>The type of the three dedicated masters; null, if there are none.</summary>
    internal abstract string? MasterType { get; }

    internal abstract int Zones { get; }

    internal abstract IEnumerable<Rule> Rules { get; }

    /// <summary>Nodes in three zones, with three dedicated masters. The domain survives the failure of a zone.</summary>
    /// <param name="nodes">The number of data nodes: a multiple of 3, so that each zone has the same number.</param>
    /// <param name="nodeType">The type of the data nodes.</param>
    /// <param name="gibPerNode">The size of the gp3 disk of each data node, in GiB.</param>
    /// <param name="masterType">The type of the masters.</param>
    public static SearchProfile Production(
        int nodes = 3, string nodeType = "r7g.large.search", int gibPerNode = 100, string masterType = "m7g.large.search") =>
        new ThreeZones(nodes, nodeType, gibPerNode, masterType);

    private sealed record OneNode : SearchProfile
    {
        internal override string NodeType => "t3.small.search";

        internal override int Nodes => 1;

        internal override int GibPerNode => 10;

        internal override string? MasterType => null;

        internal override int Zones => 1;

        internal override IEnumerable<Rule> Rules => [];
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

        internal override IEnumerable<Rule> Rules =>
        [
            Rule.That(Count is >= Smallest and <= Largest && Count % Zones == 0,
                $"nodes must be {Smallest} to {Largest} and a multiple of {Zones}, got {Count}"),
            FitsThreeZones(Type, "node"),
            FitsThreeZones(Master, "master"),
            Rule.Between("the disk of each node", Gib, 10, 24576, "GiB"),
        ];

        // AWS supports neither automatic tuning nor three zones with masters for nodes of type t2 and t3.
        private static Rule FitsThreeZones(string type, string what) => Rule.That(
            Tokens.IsToken(type) || (type.EndsWith(".search", StringComparison.Ordinal) && !type.StartsWith('t')),
            $"{what} type must be a type of OpenSearch, such as r7g.large.search, other than t2 and t3, got '{type}'");
    }
}
