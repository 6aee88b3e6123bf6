using Constructs;
using Nautilus.Foundations;
using Nautilus.Storage;

namespace Nautilus.Processing;

/// <summary>The code of a Flink application: a JAR, or a zip file of Python.</summary>
public abstract record FlinkCode
{
    private protected FlinkCode()
    {
    }

    internal abstract IEnumerable<Rule> Rules { get; }

    /// <summary>Code that is in S3 already. Without a version, Terraform does not detect that the object was replaced.</summary>
    /// <param name="bucketArn">The ARN of the bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="version">The version of the object to run.</param>
    /// <param name="encryptionKey">The ARN of the customer key that encrypts the object, if there is one.</param>
    public static FlinkCode InS3(string bucketArn, string key, string? version = null, string? encryptionKey = null) =>
        new StoredFlinkCode(new(bucketArn, key, version, encryptionKey));

    /// <summary>
    /// A file that Terraform uploads to a bucket. A change of the file creates another version of the object, and updates the application.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="bucket">The bucket.</param>
    public static FlinkCode Upload(string path, DataBucket bucket) => new UploadedFlinkCode(path, bucket);

    /// <summary>The object that the application runs.</summary>
    internal abstract CodeObject For(Construct application, string name);
}
