using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Networking;

namespace Nautilus.Processing;

/// <summary>The permissions that every application needs, beside those for its stream and its results.</summary>
internal static class FlinkAccess
{
    public static IEnumerable<Statement> ToRun(
        CodeObject code, Location location, string logGroup, string logStream, PrivateNetwork? network) =>
    [
        .. ToRead(code, location),
        new("FindLog", ["logs:DescribeLogGroups"], [location.Arn("logs", "*")]),
        new("FindLogStream", ["logs:DescribeLogStreams"], [$"{logGroup}:*"]),
        new("WriteLog", ["logs:PutLogEvents"], [logStream]),
        .. network is null ? [] : ToJoin(network, location),
    ];

    private static IEnumerable<Statement> ToRead(CodeObject code, Location location)
    {
        var file = $"{code.BucketArn}/{code.Key}";
        yield return new("ReadCode", ["s3:GetObject", "s3:GetObjectVersion"], [file]);
        if (code.EncryptionKey is { } key)
            yield return new("DecryptCode", ["kms:Decrypt"], [key])
            {
                Conditions =
                [
                    new("StringEquals", "kms:ViaService", $"s3.{location.Region}.amazonaws.com"),
                    // With a bucket key, S3 sends the ARN of the bucket. Without, S3 sends the ARN of the object.
                    new("StringEquals", "kms:EncryptionContext:aws:s3:arn", code.BucketArn, file),
                ],
            };
    }

    private static IEnumerable<Statement> ToJoin(PrivateNetwork network, Location location) =>
    [
        new("FindNetwork",
        [
            "ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
        ], ["*"]),
        .. NetworkAccess.ToJoin(network, location),
    ];
}
