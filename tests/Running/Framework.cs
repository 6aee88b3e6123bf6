using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Tests.Running;

/// <summary>xunit's framework, with a category for each test, and a line for each group of tests as it ends.</summary>
/// <param name="messages">Prints the lines.</param>
public sealed class Framework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider);

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    // What xunit remarks about tests that it finds would hide the lines.
    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources)
        : XunitTestFrameworkDiscoverer(assembly, sources, new NullMessageSink())
    {
        protected override bool FindTestsForType(
            ITestClass testClass, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            using var categories = new Categories(messageBus);
            return base.FindTestsForType(testClass, includeSourceInformation, categories, discoveryOptions);
        }
    }

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            IXunitTestCase[] tests = [.. testCases];
            base.RunTestCases(tests, new Progress(tests, executionMessageSink, DiagnosticMessageSink), executionOptions);
        }
    }
}
