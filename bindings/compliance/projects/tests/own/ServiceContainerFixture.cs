using System;
using Xunit.Abstractions;

namespace Amazon.JSII.Runtime.IntegrationTests;

/// <summary>The own runtime has one Node.js process for all tests: nothing is started or replaced between two of them.</summary>
public sealed class ServiceContainerFixture : IDisposable
{
    public void SetOverride(ITestOutputHelper output)
    {
    }

    public void Dispose()
    {
    }
}
