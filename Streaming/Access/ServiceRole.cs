using Constructs;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A role that an AWS service assumes, on behalf of one account only.</summary>
public sealed class ServiceRole : Role
{
    /// <param name="scope">Where the role is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="caller">The service, and the one resource of it that may assume the role.</param>
    /// <param name="location">The location of that resource, such as <c>stream.Location</c>.</param>
    /// <param name="purpose">The end of the role's description, which begins with <c>Lets the service</c>.</param>
    public ServiceRole(Construct scope, string id, Caller caller, Location location, string purpose = "work with a Kinesis stream")
        : base(scope, id, $"Lets {caller.Service} {purpose}", new Statement("TakeRole", ["sts:AssumeRole"], [])
        {
            Principal = new("Service", caller.Service),
            Conditions = caller.Conditions(location),
        })
    {
    }
}
