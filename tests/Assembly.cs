using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Nautilus.App;

// The jsii client is not thread-safe: tests that compose constructs are one collection, and run one after another. Other tests
// (programs, Terraform, simulations) have separate collections, see Beside.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer("Tests.LongestFirst", "Nautilus.Tests")]

// Stand-ins for other programs are shell scripts.
[assembly: UnsupportedOSPlatform("windows")]

namespace Tests;

/// <summary>Prepares the process of the tests before any of them runs.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        var scratch = new ScratchFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scratch.Dispose();
        Synthesis.QuietNode();
    }
}
