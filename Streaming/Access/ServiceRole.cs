using Constructs;
using Nautilus.Foundations;
using Nautilus.Streams;

namespace Nautilus.Access;

/// <summary>A role that an AWS service works in, near a stream: in its account and region, and on behalf of nobody else.</summary>
public sealed class ServiceRole : Role
{
    public ServiceRole(Construct scope, string id, Caller caller, DataStream near)
        : this(scope, id, caller, near.Here, "work with a Kinesis stream")
    {
    }

    internal ServiceRole(Construct scope, string id, Caller caller, Location here, string purpose)
        : base(scope, id, $"Lets {caller.Service} {purpose}", new Statement("TakeRole", ["sts:AssumeRole"], [])
        {
            Principal = new("Service", caller.Service),
            Conditions = caller.Conditions(here),
        })
    {
    }
}
