namespace Nautilus.Processing;

/// <summary>An object of S3 that holds the code of a Flink application.</summary>
internal sealed record CodeObject(string BucketArn, string Key, string? Version, string? EncryptionKey);
