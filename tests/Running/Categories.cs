using Xunit.Abstractions;
using Xunit.Sdk;

namespace Tests.Running;

/// <summary>
/// Gives every test the trait <c>Category</c>: Slow if its collection is one of <see cref="Beside.Slow"/>, else Fast.
/// </summary>
public sealed class Categories(IMessageBus bus) : IMessageBus
{
    private const string Category = "Category";

    public static string Of(ITestCollection collection) => Beside.Slow.Contains(collection.DisplayName) ? "Slow" : "Fast";

    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is ITestCaseDiscoveryMessage { TestCase: var test })
            test.Traits[Category] = [Of(test.TestMethod.TestClass.TestCollection)];
        return bus.QueueMessage(message);
    }

    public void Dispose()
    {
        // The bus belongs to the discoverer.
    }
}
