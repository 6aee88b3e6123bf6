using HashiCorp.Cdktf;
using Nautilus.Keys;
using Nautilus.Storage;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Storage;

/// <summary>A stack with one bucket, its key and its access logs.</summary>
internal static class LakeBucket
{
    public static DataBucket Of(TerraformStack scope, ObjectAges? ages = null, Replica? replica = null, bool preventDestroy = true) =>
        new(scope, "lake", new()
        {
            Key = new CustomerKey(scope, "key", new() { Description = "Encrypts a lake" }),
            AccessLogs = new AccessLogBucket(scope, "access-logs"),
            Ages = ages ?? new(),
            Replica = replica,
            PreventDestroy = preventDestroy,
        });

    public static string Synthesize(ObjectAges? ages = null, Replica? replica = null, bool preventDestroy = true) =>
        Testing.SynthScope(scope => Of(scope, ages, replica, preventDestroy));

    public static string Rejecting(ObjectAges? ages = null, Replica? replica = null) => Rejected.AtOnce(() => Synthesize(ages, replica));
}
