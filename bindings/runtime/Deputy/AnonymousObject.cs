namespace Amazon.JSII.Runtime.Deputy;

/// <summary>A JavaScript object without a type of its own.</summary>
public sealed class AnonymousObject : DeputyBase
{
    internal AnonymousObject(ByRefValue reference)
        : base(reference)
    {
    }
}
