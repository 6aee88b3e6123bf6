namespace Nautilus.Review.Safety;

/// <summary>A resource of the state that the configuration no longer has.</summary>
internal static class Destruction
{
    public static IEnumerable<Danger> Of(Existing resource, Configuration configuration, IReadOnlyList<Existing> existing)
    {
        if (NewAddress(resource, configuration, existing) is { } address)
            return [Moved(resource, address)];
        return resource.Type switch
        {
            Existing.Stream => [OfStream(resource)],
            Existing.Consumer => [OfConsumer(resource)],
            Existing.Key => [OfKey(resource, [.. existing.Where(other => other.Type == Existing.Stream && KmsKey.Encrypts(resource, other))])],
            _ => DataHolder.Of(resource) is { } holder ? [holder.Destroyed(resource)] : [],
        };
    }

    private static string? NewAddress(Existing resource, Configuration configuration, IReadOnlyList<Existing> existing) =>
        resource.Type is Existing.Stream or Existing.Consumer
            ? configuration.Named(resource.Type, resource.Name).FirstOrDefault(address => existing.All(other => other.Address != address))
            : null;

    private static Danger Moved(Existing resource, string address) => new(resource.StateAddress,
        $"{Noun(resource)} '{resource.Name}' is now {address}: destroyed, and created anew",
        "Its address changed and no moved block says so, so Terraform takes it for another one; prevent_destroy at the new address does not protect the old.",
        [
            $$"""Say that it moved: "moved": [{ "from": "{{resource.StateAddress}}", "to": "{{address}}" }]""",
            $"""In C#: MovedFrom("{Quoted(resource.StateAddress)}") on the construct.""",
            "Synth, and check again; the block can go after the next deploy.",
        ]);

    private static Danger OfStream(Existing stream) => new(stream.StateAddress,
        $"stream '{stream.Name}' is no longer in the configuration: destroyed",
        $"All its records, {stream.Retention} hours of them, are lost. prevent_destroy went with its block and protects nothing.",
        [
            "Put it back if anyone still writes to it or reads from it.",
            $$"""To let it live outside of this stack: "removed": [{ "from": "{{ResourceAddress.WithoutKey(stream.StateAddress)}}", "lifecycle": { "destroy": false } }]""",
            $"To destroy it: stop its producers, and wait until GetRecords.IteratorAgeMilliseconds (StreamName={stream.Name}) stays 0 for all its consumers.",
            .. stream.Value("enforce_consumer_deletion") == "true" ? Array.Empty<string>() :
                [$"Fan-out consumers make the destruction fail; see that there are none: aws kinesis list-stream-consumers --stream-arn {stream.Value("arn") ?? stream.Name}"],
        ]);

    private static Danger OfConsumer(Existing consumer) => new(consumer.StateAddress,
        $"fan-out consumer '{consumer.Name}' is no longer in the configuration: deregistered",
        "Whoever subscribes with its ARN fails at once; registered again it has another ARN.",
        [
            $"Stop what reads as '{consumer.Name}', or move it to another consumer or to GetRecords, and let it catch up first.",
            $"Look for its ARN in policies and settings: {consumer.Value("arn") ?? consumer.Name}",
            "Remove it in an apply of its own.",
        ]);

    private static Danger OfKey(Existing key, IReadOnlyList<Existing> streams)
    {
        var id = key.Value("key_id") ?? key.Value("arn") ?? key.StateAddress;
        var days = int.TryParse(key.Value("deletion_window_in_days"), out var window) ? window : 30;
        var retention = streams.Select(stream => stream.Retention).DefaultIfEmpty(0).Max();
        var names = string.Join(", ", streams.Select(stream => $"'{stream.Name}'"));
        return new Danger(key.StateAddress,
            $"KMS key {id} is no longer in the configuration: unusable at once, deleted after {days} days",
            Consequence(names, retention, days),
            [
                streams.Count == 0
                    ? "Keep the key until all that was encrypted with it has expired: for a stream that changed its key, as long as its retention."
                    : $"Put the key back. Give {names} another key first, and keep this one for {retention} hours after that: the longest retention.",
                "Then remove the key in an apply of its own.",
                $"When it has happened already: aws kms cancel-key-deletion --key-id {id}, then aws kms enable-key --key-id {id}, within {days} days.",
            ]);
    }

    private static string Consequence(string streams, int retention, int days)
    {
        if (streams.Length == 0)
            return "Nothing that was encrypted with it can be read from then on, records under it in streams that have another key by now included.";
        var consequence = $"It encrypts {streams}: writes fail and records can't be read from then on.";
        return retention > days * 24 ? $"{consequence} They are kept for {retention} hours, longer than the {days * 24} in which the deletion can be cancelled." : consequence;
    }

    private static string Noun(Existing resource) => resource.Type == Existing.Stream ? "stream" : "fan-out consumer";

    private static string Quoted(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);
}
