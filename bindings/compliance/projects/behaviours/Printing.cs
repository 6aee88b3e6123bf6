using Amazon.JSII.Tests.CalculatorNamespace;

namespace Behaviours;

/// <summary>What JavaScript prints. It goes where .NET prints.</summary>
internal static class Printing
{
    public static void Run()
    {
        Console.WriteLine("before JavaScript prints");
        new AugmentableClass().MethodOne();
        Thread.Sleep(500);
        Console.WriteLine("after JavaScript printed");
    }
}
