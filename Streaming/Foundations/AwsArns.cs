namespace Nautilus.Foundations;

/// <summary>The ARNs that AWS accepts, each with the document that says so.</summary>
public static class AwsArns
{
    private const string Partition = "arn:aws[a-z-]*";
    private const string Place = "[a-z0-9-]+:[0-9]{12}";
    private const string IamPath = "[A-Za-z0-9_+=,.@/-]+";
    private const string IamDocument = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html";

    /// <summary>A Kinesis stream.</summary>
    public static Pattern Stream { get; } = Pattern.Of(
        $"{Partition}:kinesis:{Place}:stream/[a-zA-Z0-9_.-]{{1,128}}",
        "the ARN of a stream, such as arn:aws:kinesis:us-east-1:111122223333:stream/clicks",
        "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescription.html");

    /// <summary>A KMS key. An alias is not a key: it can be pointed at another one.</summary>
    public static Pattern Key { get; } = Pattern.Of(
        $"{Partition}:kms:{Place}:key/[A-Za-z0-9-]+",
        "the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html");

    /// <summary>An SNS topic.</summary>
    public static Pattern Topic { get; } = Pattern.Of(
        $"{Partition}:sns:{Place}:[A-Za-z0-9_-]{{1,256}}",
        "the ARN of an SNS topic, such as arn:aws:sns:us-east-1:111122223333:on-call",
        "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html");

    /// <summary>An S3 bucket.</summary>
    public static Pattern Bucket { get; } = Pattern.Of(
        $"{Partition}:s3:::[a-z0-9][a-z0-9.-]{{1,61}}[a-z0-9]",
        "the ARN of a bucket, such as arn:aws:s3:::backup",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html");

    /// <summary>An IAM role.</summary>
    public static Pattern Role { get; } = Pattern.Of(
        $"{Partition}:iam::[0-9]{{12}}:role/{IamPath}",
        "the ARN of a role, such as arn:aws:iam::111122223333:role/reader",
        IamDocument);

    /// <summary>One IAM role or one IAM user.</summary>
    public static Pattern RoleOrUser { get; } = Pattern.Of(
        $"{Partition}:iam::[0-9]{{12}}:(role|user)/{IamPath}",
        "the ARN of one role or user, such as arn:aws:iam::111122223333:role/reader",
        IamDocument);

    /// <summary>An account, or one IAM role or user.</summary>
    public static Pattern Principal { get; } = Pattern.Of(
        $"{Partition}:iam::[0-9]{{12}}:(root|(role|user)/{IamPath})",
        "the ARN of a principal, such as arn:aws:iam::111122223333:role/reader",
        IamDocument);
}
