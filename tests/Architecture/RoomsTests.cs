using System.Reflection;
using Nautilus.App;
using Nautilus.Review.Safety;
using Nautilus.Stacks;
using Nautilus.Streams;
using Nautilus.Testing;
using Tests.Architecture.Sample.Lower;

namespace Tests.Architecture;

/// <summary>The house of docs/architecture.md: a room is entered from above only.</summary>
public sealed class RoomsTests
{
    /// <summary>From the bottom to the top. A namespace needs those of lower floors only, and none of its own floor.</summary>
    private static readonly string[][] Floors =
    [
        ["Nautilus.Foundations"],
        ["Nautilus.Access"],
        ["Nautilus.Keys"],
        ["Nautilus.Alarms"],
        ["Nautilus.Dashboards"],
        ["Nautilus.Scaling"],
        ["Nautilus.Streams"],
        ["Nautilus.Iot", "Nautilus.Storage", "Nautilus.Networking"],
        ["Nautilus.Processing", "Nautilus.Search", "Nautilus.Warehousing"],
        ["Nautilus.Delivery"],
        ["Nautilus.Review.Terraform"],
        ["Nautilus.Review.Policies"],
        ["Nautilus.Review.Access"],
        ["Nautilus.Review.Scanners", "Nautilus.Review.Safety"],
        ["Nautilus.App"],
        ["Nautilus.Stacks"],
        ["Nautilus.Functions.Records", "Nautilus.Functions.Runtime", "Nautilus.Functions.Packing"],
        ["Nautilus.Functions.Transform", "Nautilus.Functions.Aggregate"],
    ];

    private static readonly Assembly[] Product =
    [
        typeof(DataStream).Assembly, typeof(PlanSafety).Assembly, typeof(Deployment).Assembly, typeof(NautilusStack).Assembly,
        .. new[] { "Records", "Runtime", "Packing", "Transform", "Aggregate" }.Select(name => Assembly.Load($"Nautilus.Functions.{name}")),
    ];

    private static readonly NamespaceGraph House = NamespaceGraph.Of("Nautilus", Product);

    [Fact]
    public void No_room_needs_a_room_above_it() => Upward(House, Floors).Should().BeEmpty();

    [Fact]
    public void Every_room_has_a_floor() =>
        Product.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Namespace)
            .Where(space => space?.StartsWith("Nautilus.", StringComparison.Ordinal) == true).Distinct()
            .Should().BeEquivalentTo(Floors.SelectMany(floor => floor));

    [Fact]
    public void Rooms_make_no_circle() => House.Circles().Should().BeEmpty();

    [Fact]
    public void Kits_make_no_circle() => NamespaceGraph.Of("Nautilus.Testing", typeof(Repository).Assembly).Circles().Should().BeEmpty();

    [Theory]
    [InlineData("Nautilus.Review")]
    [InlineData("Nautilus.Testing")]
    public void Review_and_the_kits_know_nothing_of_Nautilus(string name) =>
        Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name)
            .Should().NotContain(["Nautilus.Streaming", "Nautilus.App", "Nautilus.Stacks", "Nautilus"]);

    [Fact]
    public void Review_composes_nothing() =>
        typeof(PlanSafety).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!.Split('.')[0])
            .Should().NotContain(["HashiCorp", "Constructs", "Amazon"]);

    [Fact]
    public void An_upward_arrow_is_found_by_its_two_types() =>
        Upward(Samples(), [[typeof(Ground).Namespace!], [typeof(Sample.Upper.Roof).Namespace!]]).Should().Equal(
            "Tests.Architecture.Sample.Lower needs Tests.Architecture.Sample.Upper: Ground uses Roof");

    [Fact]
    public void A_circle_is_found_by_its_types() => Samples().Circles().Should().Contain(
        "Tests.Architecture.Sample.Lower needs Tests.Architecture.Sample.Upper: Ground uses Roof; " +
        "Tests.Architecture.Sample.Upper needs Tests.Architecture.Sample.Lower: Roof uses Ground");

    private static NamespaceGraph Samples() => NamespaceGraph.Of("Tests.Architecture.Sample", typeof(RoomsTests).Assembly);

    private static IEnumerable<string> Upward(NamespaceGraph graph, string[][] floors)
    {
        return from arrow in graph.Arrows
               where FloorOf(arrow.From) <= FloorOf(arrow.To)
               select arrow.ToString();

        int FloorOf(Type type) => Array.FindIndex(floors, floor => floor.Contains(type.Namespace));
    }
}
