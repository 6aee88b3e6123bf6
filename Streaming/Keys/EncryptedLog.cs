using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogGroup;
using Nautilus.Access;

namespace Nautilus.Keys;

/// <summary>Log groups that stand before the service that writes into them, which would make them without a key and without an end.</summary>
internal static class EncryptedLog
{
    private const int KeptDays = 365;

    public static CloudwatchLogGroup Of(Construct scope, string id, string path, CustomerKey key)
    {
        key.Allow(
            new Statement("LogIsEncrypted", ["kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], [])
            {
                Conditions = [new("ArnEquals", "kms:EncryptionContext:aws:logs:arn", key.Here.Arn("logs", $"log-group:{path}"))],
            },
            new Principal("Service", $"logs.{key.Here.Region}.amazonaws.com"));
        return new CloudwatchLogGroup(scope, id, new CloudwatchLogGroupConfig
        {
            Name = path,
            RetentionInDays = KeptDays,
            KmsKeyId = key.Arn,
            DependsOn = key.Usable,
        });
    }
}
