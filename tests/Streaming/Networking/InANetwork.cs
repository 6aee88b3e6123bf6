using HashiCorp.Cdktf;
using Nautilus.Keys;
using Nautilus.Networking;
using Nautilus.Search;
using Nautilus.Testing.Synth;
using Nautilus.Warehousing;

namespace Tests.Streaming.Networking;

/// <summary>A network, and the parts of a pipeline that are in it.</summary>
internal sealed record InANetwork(TerraformStack Stack)
{
    private readonly CustomerKey _key = new(Stack, "key", new() { Description = "Encrypts a pipeline" });

    public static string Synthesize(Action<InANetwork> scope) => Testing.SynthScope(stack => scope(new(stack)));

    public PrivateNetwork Network(Func<PrivateNetworkProps, PrivateNetworkProps>? change = null) =>
        new(Stack, "network", Changed(change, new() { Location = _key.Location }));

    public SearchDomain Domain(PrivateNetwork network, Func<SearchDomainProps, SearchDomainProps>? change = null) =>
        new(Stack, "search", Changed(change, new()
        {
            Name = "events", Network = network, Key = _key, PreventDestroy = false,
        }));

    public Warehouse Warehouse(PrivateNetwork network, Func<WarehouseProps, WarehouseProps>? change = null) =>
        new(Stack, "warehouse", Changed(change, new()
        {
            Name = "events-warehouse", Network = network, Key = _key, PreventDestroy = false,
        }));

    /// <summary>A domain and a warehouse, with what Firehose needs to deliver to them, and their alarms.</summary>
    public void Everything(SearchProfile? profile = null)
    {
        var network = Network();
        var domain = Domain(network, props => props with { Profile = profile ?? props.Profile });
        domain.WriterFor("events-search", "events");
        domain.AlarmWhenInTrouble();
        var warehouse = Warehouse(network, props => props with { ReachableByFirehose = true });
        warehouse.AddTable("events", [new("id", "VARCHAR(64)"), new("at", "TIMESTAMP"), new("value", "DOUBLE PRECISION")]);
        warehouse.AlarmWhenInTrouble();
    }

    private static T Changed<T>(Func<T, T>? change, T props) => change is null ? props : change(props);
}
