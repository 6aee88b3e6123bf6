using HashiCorp.Cdktf;
using Nautilus.Keys;
using Nautilus.Processing;
using Nautilus.Storage;
using Nautilus.Streams;

namespace Tests.Streaming.Processing;

/// <summary>A stream of two shards with a retention of a day, a key and a bucket, for functions and applications.</summary>
internal sealed class Surroundings
{
    public Surroundings(TerraformStack stack, Capacity? capacity = null, bool preventDestroy = true)
    {
        Key = new CustomerKey(stack, "key", new() { Description = "Encrypts a pipeline" });
        Bucket = new DataBucket(stack, "bucket", new()
        {
            Key = Key,
            AccessLogs = new AccessLogBucket(stack, "access-logs", preventDestroy),
            PreventDestroy = preventDestroy,
        });
        Stream = new DataStream(stack, "stream", new()
        {
            Name = "clicks",
            Capacity = capacity ?? Capacity.Provisioned(2),
            PreventDestroy = preventDestroy,
        });
    }

    public CustomerKey Key { get; }

    public DataBucket Bucket { get; }

    public DataStream Stream { get; }

    public StreamFunctionProps Reader => new()
    {
        Name = "count", Code = FunctionCode.Aggregate, Key = Key, Source = Stream, Failures = Bucket,
    };

    /// <summary>Any zip file will do as code: nobody starts the application.</summary>
    public FlinkApplicationProps Sessions => new()
    {
        Name = "sessions", Code = FlinkCode.Upload(FunctionCode.Transform.Path, Bucket), Key = Key, Source = Stream,
    };

    public TransformFunctionProps Transformer => new() { Name = "clean", Code = FunctionCode.Transform, Key = Key };
}
