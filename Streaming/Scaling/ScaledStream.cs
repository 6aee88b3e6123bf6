using Nautilus.Foundations;

namespace Nautilus.Scaling;

/// <summary>What scaling must know of its stream.</summary>
/// <param name="Name">The stream's name.</param>
/// <param name="Arn">The stream's ARN.</param>
/// <param name="Location">The stream's location.</param>
/// <param name="Consumers">The names of the consumers with fan-out, read at synth: no shard is removed while one of them is behind.</param>
internal sealed record ScaledStream(string Name, string Arn, Location Location, Func<IEnumerable<string>> Consumers);
