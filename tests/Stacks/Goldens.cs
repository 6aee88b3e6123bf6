using Nautilus.Testing;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

/// <summary>The reviewed Terraform JSON of the five stacks: the files <c>*.tf.json</c> of this folder.</summary>
internal static class Goldens
{
    public static GoldenFolder Folder { get; } = new(Repository.PathOf("tests", "Stacks"));
}
