using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Nautilus.App;

// The jsii client is not thread-safe: what composes constructs is one collection, and runs one after another. What composes
// none here (programs, Terraform, simulations) has collections of its own, see Beside.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer("Tests.LongestFirst", "Nautilus.Tests")]

// Stand-ins for other programs are shell scripts.
[assembly: UnsupportedOSPlatform("windows")]

namespace Tests;

internal static class Assembly
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        var scratch = new ScratchFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scratch.Dispose();
        Synthesis.QuietNode();
    }
}
