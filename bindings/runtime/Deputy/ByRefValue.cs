namespace Amazon.JSII.Runtime.Deputy;

/// <summary>A reference to a JavaScript object.</summary>
public sealed class ByRefValue
{
    internal ByRefValue(string value, string[] interfaces, bool isProxy = false)
    {
        Value = value;
        Interfaces = interfaces;
        IsProxy = isProxy;
    }

    /// <summary>The name of the object: the name of its type, and a number.</summary>
    internal string Value { get; }

    /// <summary>The names of the interfaces that the kernel reports for the object.</summary>
    internal string[] Interfaces { get; private set; }

    /// <summary>Whether this reference belongs to a second .NET object for the same JavaScript object.</summary>
    internal bool IsProxy { get; }

    /// <summary>A reference for an object that stands for another one as an interface.</summary>
    internal ByRefValue ForProxy(string name) => new(Value, Interfaces.Contains(name) ? Interfaces : [.. Interfaces, name], isProxy: true);

    internal void Merge(string[] interfaces)
    {
        if (interfaces.Length > 0)
            Interfaces = [.. Interfaces.Union(interfaces)];
    }
}
