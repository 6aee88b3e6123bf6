using System.Text.Json.Nodes;
using Nautilus.Warehousing;
using Tests.Streaming.Networking;

namespace Tests.Streaming.Warehousing;

/// <summary>Stacks with a warehouse and its network.</summary>
internal static class SynthesizedWarehouse
{
    public const string Namespace = "aws_redshiftserverless_namespace.warehouse_namespace_B7079888";

    public const string Secret = $"${{{Namespace}.admin_password_secret_arn}}";

    /// <param name="change">Changes the properties of the warehouse.</param>
    /// <param name="use">Uses the warehouse before the synth.</param>
    public static string Of(Func<WarehouseProps, WarehouseProps>? change = null, Action<Warehouse>? use = null) =>
        InANetwork.Synthesize(all =>
        {
            var warehouse = all.Warehouse(all.Network(), change);
            use?.Invoke(warehouse);
        });

    public static JsonObject Resources(string stack, string type) => JsonNode.Parse(stack)!["resource"]![type]?.AsObject() ?? [];
}
