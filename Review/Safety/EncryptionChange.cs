namespace Nautilus.Review.Safety;

/// <summary>Changes of a stream's encryption. Kinesis encrypts each record when it is written, under the key of that time.</summary>
internal static class EncryptionChange
{
    public static IEnumerable<Danger> Of(StreamChange change) => (change.Encryption, change.NewEncryption) switch
    {
        ("KMS", "NONE") => [TurnedOff(change)],
        ("KMS", "KMS") when change is { Key: { } from, NewKey: { } to } && !KmsKey.IsSame(from, to) => [KeyChanged(change, from, to)],
        _ => [],
    };

    private static Danger TurnedOff(StreamChange change) => change.Now.Danger(
        $"stream '{change.Now.Name}': encryption is turned off",
        "Kinesis stores new records unencrypted. Older records stay encrypted, and need their key until they expire.",
        [
            $"Keep the encryption: KMS with {KmsKey.OfAws} needs no key of yours.",
            .. KeepOldKey(change, change.Key),
        ]);

    private static Danger KeyChanged(StreamChange change, string from, string to) => change.Now.Danger(
        $"stream '{change.Now.Name}': the key {from} becomes {to}",
        "Records under the old key need it until they expire. " +
            "Producers and consumers without permissions on the new key fail from the first new record on.",
        [
            $"Before the apply, allow kms:GenerateDataKey for all producers and kms:Decrypt for all consumers on {to}.",
            .. KeepOldKey(change, from),
        ]);

    private static IEnumerable<string> KeepOldKey(StreamChange change, string? key)
    {
        var hours = Math.Max(change.Now.Retention, change.NewRetention ?? 0);
        return key is null || key.EndsWith(KmsKey.OfAws, StringComparison.Ordinal)
            ? [$"Keep the consumers' kms:Decrypt on the old key for {hours} hours after the apply. AWS keeps the key itself."]
            : [$"Keep {key} enabled, and the consumers' kms:Decrypt on it, for {hours} hours after the apply. Remove it in a later apply."];
    }
}
