using Constructs;

namespace Nautilus.Streaming.Access;

/// <summary>A role that an AWS service works in, near a stream: in its account and region, and on behalf of nobody else.</summary>
public sealed class ServiceRole : Role
{
    public ServiceRole(Construct scope, string id, Caller caller, DataStream near)
        : base(scope, id, $"Lets {caller.Service} work with a Kinesis stream", new Statement("TakeRole", ["sts:AssumeRole"], [])
        {
            Principal = new("Service", caller.Service),
            Conditions = caller.Conditions(near.Here),
        })
    {
    }
}
