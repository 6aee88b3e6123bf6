namespace Amazon.JSII.Runtime;

/// <summary>Settings of the runtime.</summary>
public static class Configuration
{
    /// <summary>Whether generated code checks values of parameters and properties that have the type <c>object</c> in C#.</summary>
    public static bool RuntimeTypeChecking { get; set; } = true;
}
