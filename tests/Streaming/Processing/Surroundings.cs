using HashiCorp.Cdktf;
using Nautilus.Keys;
using Nautilus.Processing;
using Nautilus.Storage;
using Nautilus.Streams;

namespace Tests.Streaming.Processing;

/// <summary>What functions and applications stand between: a stream of two shards that keeps a day, a key and a bucket.</summary>
internal sealed class Surroundings
{
    public Surroundings(TerraformStack stack, Capacity? capacity = null, bool preventDestroy = true)
    {
        Key = new CustomerKey(stack, "key", new() { Description = "Encrypts a pipeline" });
        Bucket = new DataBucket(stack, "bucket", new() { Key = Key, AccessLogs = new AccessLogBucket(stack, "access-logs", preventDestroy), PreventDestroy = preventDestroy });
        Stream = new DataStream(stack, "stream", new() { Name = "clicks", Capacity = capacity ?? Capacity.Provisioned(2), PreventDestroy = preventDestroy });
    }

    public CustomerKey Key { get; }

    public DataBucket Bucket { get; }

    public DataStream Stream { get; }

    public StreamFunctionProps Reader => new() { Name = "count", Code = FunctionCode.Aggregate, Key = Key, Source = Stream, Failures = Bucket };

    /// <summary>Any file will do for what nobody starts here.</summary>
    public FlinkApplicationProps Sessions => new() { Name = "sessions", Code = FlinkCode.Upload(FunctionCode.Transform.Path, Bucket), Key = Key, Source = Stream };

    public TransformFunctionProps Transformer => new() { Name = "clean", Code = FunctionCode.Transform, Key = Key };
}
