
namespace Nautilus.Review.Safety;

internal static class EncryptionChange
{
    public static IEnumerable<Danger> Of(Change change) => (change.Encryption, change.NewEncryption) switch
    {
        ("KMS", "NONE") => [TurnedOff(change)],
        ("KMS", "KMS") when change is { Key: { } from, NewKey: { } to } && !KmsKey.IsSame(from, to) => [KeyChanged(change, from, to)],
        _ => [],
    };

    private static Danger TurnedOff(Change change) => change.Danger(
        $"stream '{change.Now.Name}': encryption is turned off",
        "New records are stored unencrypted. Those already written stay encrypted, and need their key until they expire.",
        [
            $"Keep the encryption: KMS with {KmsKey.OfAws} costs no key of your own.",
            .. KeepOldKey(change, change.Key),
        ]);

    private static Danger KeyChanged(Change change, string from, string to) => change.Danger(
        $"stream '{change.Now.Name}': the key {from} becomes {to}",
        "Records written under the old key need it until they expire; a producer or consumer without rights on the new one fails from the first new record on.",
        [
            $"Before the apply, allow all producers kms:GenerateDataKey and all consumers kms:Decrypt on {to}.",
            .. KeepOldKey(change, from),
        ]);

    private static IEnumerable<string> KeepOldKey(Change change, string? key)
    {
        var hours = Math.Max(change.Now.Retention, change.NewRetention ?? 0);
        return key is null || key.EndsWith(KmsKey.OfAws, StringComparison.Ordinal)
            ? [$"Leave the consumers kms:Decrypt on the old key for {hours} hours after the apply; AWS keeps the key itself."]
            : [$"Keep {key} enabled, and the consumers' kms:Decrypt on it, for {hours} hours after the apply: only then remove it, in another apply."];
    }
}
