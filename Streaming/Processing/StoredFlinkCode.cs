using Constructs;
using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>Code that is in S3 already.</summary>
internal sealed record StoredFlinkCode(CodeObject Code) : FlinkCode
{
    private const int LongestKey = 1024;

    internal override IEnumerable<Rule> Rules =>
    [
        Rule.Matches("the bucket of the code", Code.BucketArn, AwsArns.Bucket),
        Rule.Between("the length of the key of the code", Code.Key.Length, 1, LongestKey),
        .. Code.EncryptionKey is { } key ? [Rule.Matches("the encryption key of the code", key, AwsArns.Key)] : Array.Empty<Rule>(),
    ];

    internal override CodeObject For(Construct application, string name) => Code;
}
