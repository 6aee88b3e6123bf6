using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Nautilus.App;

// Tests compose constructs one after another, so most of them are one collection. Tests that wait for other programs, or compute,
// have collections that run beside it, see Beside.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 5)]
[assembly: TestCollectionOrderer("Tests.Running.LongestFirst", "Nautilus.Tests")]
[assembly: TestFramework("Tests.Running.Framework", "Nautilus.Tests")]

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
