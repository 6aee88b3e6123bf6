using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Review.Terraform;
using Nautilus.Testing.Synth;
using Tests.Stacks;
using Tests.Streaming.Streams;

namespace Tests.Review.Scanners;

internal static class JudgedStacks
{
    /// <summary>The stacks whose whole output has been reviewed, and two with all that the library makes.</summary>
    public static IReadOnlyList<SynthesizedStack> All { get; } =
    [
        .. Goldens.Folder.Stacks.Select(stack => new SynthesizedStack(stack, Goldens.Folder.ReadText(stack))),
        new(nameof(EverythingOfAStream), Everything()),
        new(nameof(EverythingOfAPipeline), EverythingOfAPipeline.Synthesize()),
    ];

    private static string Everything() => Testing.SynthWhole(app =>
    {
        var stack = new TerraformStack(app, "everything");
        new Deployment().Configure(stack, "everything");
        EverythingOfAStream.Operated(stack);
        return stack;
    });
}
