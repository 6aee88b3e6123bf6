using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Nautilus.Stacks;

// The jsii client is not thread-safe, and one Terraform at a time is enough for a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Stand-ins for other programs are shell scripts.
[assembly: UnsupportedOSPlatform("windows")]

namespace Nautilus.Tests;

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
