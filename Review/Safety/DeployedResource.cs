using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>A resource of the state.</summary>
/// <param name="Address">The address in the configuration: the state's address after the <c>moved</c> blocks.</param>
/// <param name="InState">The resource as the state has it.</param>
internal sealed record DeployedResource(string Address, StateResource InState)
{
    public const string Stream = "aws_kinesis_stream";
    public const string Consumer = "aws_kinesis_stream_consumer";
    public const string Key = "aws_kms_key";

    public string StateAddress => InState.Address;

    public string Type => InState.Type;

    /// <summary>An attribute, or one of a block.</summary>
    public string? this[string path] => InState[path];

    public string Name => this["name"] ?? StateAddress;

    /// <summary>The retention of a stream, in hours.</summary>
    public int Retention => int.TryParse(this["retention_period"], out var hours) ? hours : 24;

    public static IEnumerable<DeployedResource> In(JsonNode state, Moves moves) =>
        StateResource.In(state).Select(resource => new DeployedResource(moves.Follow(resource.Address), resource));

    public Danger Danger(string what, string why, params IEnumerable<string> steps) => new(StateAddress, what, why, [.. steps]);
}
