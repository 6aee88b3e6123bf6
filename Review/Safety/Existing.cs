using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>A resource of the state.</summary>
/// <param name="Address">Where the configuration has it now: the state's address after the <c>moved</c> blocks.</param>
internal sealed record Existing(string Address, string StateAddress, string Type, JsonNode Values)
{
    public const string Stream = "aws_kinesis_stream";
    public const string Consumer = "aws_kinesis_stream_consumer";
    public const string Key = "aws_kms_key";

    public string Name => Value("name") ?? StateAddress;

    public int Retention => int.TryParse(Value("retention_period"), out var hours) ? hours : 24;

    public static IEnumerable<Existing> In(JsonNode state, Moves moves) =>
        from resource in In(state["values"]?["root_module"])
        where (string?)resource["mode"] == "managed" && resource["deposed_key"] is null && resource["values"] is not null
        let address = (string)resource["address"]!
        select new Existing(moves.Follow(address), address, (string)resource["type"]!, resource["values"]!);

    public string? Value(string attribute) => Values[attribute]?.ToString();

    private static IEnumerable<JsonNode> In(JsonNode? module) => module is null ? [] :
    [
        .. Json.List(module["resources"]),
        .. Json.List(module["child_modules"]).SelectMany(In),
    ];
}
