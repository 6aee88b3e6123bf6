using System.Text.Json.Nodes;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>An action of AWS.</summary>
/// <param name="Action">The action, such as <c>kinesis:PutRecord</c>.</param>
/// <param name="Types">The types of resource that the reference lists.</param>
/// <param name="Accepted">The types of resource that AWS accepts.</param>
/// <param name="Patterns">The ARNs of the accepted types.</param>
/// <param name="MayBeOnEverything">Whether AWS accepts * for the action alone.</param>
internal sealed record ActionEntry(
    string Action,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<ArnPattern> Patterns,
    bool MayBeOnEverything)
{
    public bool Takes(string resource) => Patterns.Any(pattern => pattern.Overlaps(resource));

    /// <param name="table">The content of <c>iam-data/actions.json</c>.</param>
    public static IEnumerable<ActionEntry> In(JsonNode table) =>
        from service in table["services"]!.AsObject()
        let patterns = PatternsOf(service.Value!["resources"]!.AsObject())
        from action in service.Value["actions"]!.AsObject()
        // A type with a * is required, as the reference marks it.
        let types = action.Value!.AsArray().Select(type => ((string)type!).TrimEnd('*')).ToArray()
        select Of($"{service.Key}:{action.Key}", types, patterns);

    private static ActionEntry Of(string action, string[] types, Dictionary<string, ArnPattern[]> patterns)
    {
        var exception = TableException.All.FirstOrDefault(exception => exception.Actions.Contains(action));
        var accepted = types.Concat(exception?.AlsoTakes ?? []).ToArray();
        return new(action, types, accepted, [.. accepted.SelectMany(type => patterns[type])], types.Length == 0 || exception is not null);
    }

    private static Dictionary<string, ArnPattern[]> PatternsOf(JsonObject resources) =>
        resources.ToDictionary(type => type.Key, type => PatternsOf((string)type.Value!));

    // When a consumer is described by its name, Kinesis asks for an ARN without the time of registration: aws/aws-cdk#22184.
    private static ArnPattern[] PatternsOf(string arn) => arn.Contains(":kinesis:", StringComparison.Ordinal) && arn.Contains("/consumer/")
        ? [new(arn), new(arn[..arn.LastIndexOf(':')])]
        : [new(arn)];
}
