using Nautilus.Testing.Provider;
using Xunit.Abstractions;

namespace Tests;

/// <summary>
/// Collections of tests that compose no construct in this process, and so may run beside those that do.
/// Tests of one collection run one after another.
/// </summary>
internal static class Beside
{
    /// <summary>Those that start our own programs, and builds.</summary>
    public const string Programs = "programs";

    /// <summary>Those that give reviewed stacks to Terraform.</summary>
    public const string Reviewed = "reviewed stacks";

    public const string EndToEnd = "end to end";

    public const string Scaling = "scaling";
}

/// <summary>Begins with the collection that takes most of the time: that of all tests which name none.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf([Beside.Programs, Beside.Reviewed, Beside.Scaling, Beside.EndToEnd], collection.DisplayName));
}
