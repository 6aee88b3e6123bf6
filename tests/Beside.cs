using Xunit.Abstractions;

namespace Tests;

/// <summary>
/// Collections of tests that compose no construct in this process. They can run in parallel with the tests that do.
/// The tests of one collection run one after another.
/// </summary>
internal static class Beside
{
    /// <summary>Tests that start our own programs, and builds.</summary>
    public const string Programs = "programs";

    /// <summary>Tests that give reviewed stacks to Terraform.</summary>
    public const string Reviewed = "reviewed stacks";

    /// <summary>Tests that play records to a whole pipeline.</summary>
    public const string EndToEnd = "end to end";

    /// <summary>Tests that simulate a scaled stream.</summary>
    public const string Scaling = "scaling";
}

/// <summary>Begins with the collection that takes most of the time: the tests that name no collection.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order = [Beside.Programs, Beside.Reviewed, Beside.Scaling, Beside.EndToEnd];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Order, collection.DisplayName));
}
