using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Networking;

namespace Nautilus.Processing;

/// <summary>What every application does, beside reading its stream and writing its results.</summary>
internal static class FlinkAccess
{
    public static IEnumerable<Statement> ToRun(FlinkCode.InBucket code, Location here, string logGroup, string logStream, PrivateNetwork? network)
    {
        var file = $"{code.BucketArn}/{code.Key}";
        yield return new("ReadCode", ["s3:GetObject", "s3:GetObjectVersion"], [file]);
        if (code.EncryptionKey is { } key)
            yield return new("DecryptCode", ["kms:Decrypt"], [key])
            {
                Conditions =
                [
                    new("StringEquals", "kms:ViaService", $"s3.{here.Region}.amazonaws.com"),
                    // With a bucket key, S3 tells of the bucket; without, of the object.
                    new("StringEquals", "kms:EncryptionContext:aws:s3:arn", code.BucketArn, file),
                ],
            };
        yield return new("FindLog", ["logs:DescribeLogGroups"], [here.Arn("logs", "log-group:*")]);
        yield return new("FindLogStream", ["logs:DescribeLogStreams"], [$"{logGroup}:*"]);
        yield return new("WriteLog", ["logs:PutLogEvents"], [logStream]);
        if (network is null)
            yield break;
        yield return new("FindNetwork", ["ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"], ["*"]);
        foreach (var statement in NetworkAccess.ToJoin(network, here))
            yield return statement;
    }
}
