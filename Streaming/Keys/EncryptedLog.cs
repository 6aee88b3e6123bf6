using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogGroup;
using Nautilus.Access;

namespace Nautilus.Keys;

/// <summary>
/// Log groups that are created before the service that writes into them: the service would create them without a key and without an end.
/// </summary>
internal static class EncryptedLog
{
    private const int RetentionDays = 365;

    public static CloudwatchLogGroup Of(Construct scope, string id, string path, CustomerKey key)
    {
        var location = key.Location;
        key.Allow(
            new Statement("LogIsEncrypted", ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], [])
            {
                Conditions = [new("ArnEquals", "kms:EncryptionContext:aws:logs:arn", location.Arn("logs", $"log-group:{path}"))],
            },
            new Principal("Service", $"logs.{location.Region}.amazonaws.com"));
        return new CloudwatchLogGroup(scope, id, new CloudwatchLogGroupConfig
        {
            Name = path,
            RetentionInDays = RetentionDays,
            KmsKeyId = key.Arn,
            DependsOn = key.Usable,
        });
    }
}
