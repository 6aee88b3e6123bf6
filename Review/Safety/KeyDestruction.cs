namespace Nautilus.Review.Safety;

/// <summary>A KMS key that the configuration no longer has.</summary>
internal static class KeyDestruction
{
    public static Danger Of(DeployedResource key, IReadOnlyList<DeployedResource> deployed)
    {
        var streams = deployed.Where(other => other.Type == DeployedResource.Stream && KmsKey.Encrypts(key, other)).ToArray();
        var id = key["key_id"] ?? key["arn"] ?? key.StateAddress;
        var days = int.TryParse(key["deletion_window_in_days"], out var window) ? window : 30;
        var retention = streams.Select(stream => stream.Retention).DefaultIfEmpty(0).Max();
        var names = string.Join(", ", streams.Select(stream => $"'{stream.Name}'"));
        return key.Danger(
            $"KMS key {id} is no longer in the configuration: unusable at once, deleted after {days} days",
            Consequence(names, retention, days),
            streams.Length == 0
                ? "Keep the key until everything that it encrypted has expired. For a stream that changed its key, that is its retention."
                : $"Put the key back. Give {names} another key first, and keep this one for {retention} hours after that, the longest " +
                    "retention.",
            "Then remove the key in a separate apply.",
            $"If the key is already scheduled for deletion, run within {days} days: aws kms cancel-key-deletion --key-id {id}, then " +
                $"aws kms enable-key --key-id {id}");
    }

    private static string Consequence(string streams, int retention, int days)
    {
        if (streams.Length == 0)
            return "Data that the key encrypted can't be read from then on, including its records in streams that have another key now.";
        var consequence = $"It encrypts {streams}: from then on, writes fail and records can't be read.";
        return retention > days * 24
            ? $"{consequence} The records are kept for {retention} hours, longer than the {days * 24} in which you can cancel the deletion."
            : consequence;
    }
}
