using Xunit.Abstractions;

namespace Tests.Running;

/// <summary>
/// Collections of tests that run beside the tests that name no collection. The tests of one collection run one after another.
/// </summary>
internal static class Beside
{
    /// <summary>Tests of the CDKTF CLI: most of their time is one long session.</summary>
    public const string Cli = "CLI";

    /// <summary>Tests of the programs that build the app. They start what stands for the real tools.</summary>
    public const string Tools = "tools";

    /// <summary>Tests that start the app, which asks for Terraform, and builds.</summary>
    public const string Programs = "programs";

    /// <summary>Tests that give stacks to Terraform.</summary>
    public const string Terraform = "Terraform";

    /// <summary>Deployments to a local AWS. Each has one to itself.</summary>
    public const string StacksOnAws = "stacks on AWS", StreamOnAws = "stream on AWS", NetworkOnAws = "network on AWS",
        FunctionsOnAws = "functions on AWS";

    /// <summary>Tests that play records to a whole pipeline on a local AWS, and of the local AWS itself.</summary>
    public const string EndToEnd = "end to end";

    /// <summary>Tests that simulate a scaled stream for days.</summary>
    public const string Scaling = "scaling";

    /// <summary>Tests that replay metrics to alarms.</summary>
    public const string Replays = "replays";

    /// <summary>The collections that need Terraform, the local AWS or a build, or compute for minutes. All other tests are fast.</summary>
    public static readonly string[] Slow =
        [Cli, Programs, Terraform, StacksOnAws, StreamOnAws, NetworkOnAws, FunctionsOnAws, EndToEnd, Scaling];
}

/// <summary>Begins with the tests that name no collection and with those that take longest, and ends with the shortest.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order =
    [
        Beside.Scaling, Beside.Terraform, Beside.StacksOnAws, Beside.Cli, Beside.Programs, Beside.NetworkOnAws, Beside.StreamOnAws,
        Beside.FunctionsOnAws, Beside.Replays, Beside.Tools, Beside.EndToEnd,
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Order, collection.DisplayName));
}
