using Nautilus.Testing.Emulation;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

/// <summary>Every reviewed stack can be deployed.</summary>
[Collection(Beside.StacksOnAws)]
public sealed class StacksOnAwsTests(StacksOnAwsTests.Lives lives) : IClassFixture<StacksOnAwsTests.Lives>
{
    public static TheoryData<string> Stacks => new(Goldens.Folder.Stacks);

    [Theory, MemberData(nameof(Stacks))]
    public async Task It_lives_on_a_local_AWS(string stack)
    {
        var life = await lives.Stacks.Of(stack);

        life.Addresses.Should().BeEquivalentTo(StackAddresses.In(Goldens.Folder.Read(stack)));
        life.Records.Should().NotBeEmpty().And.OnlyContain(record => record == Goldens.Folder.SampleOf(stack));
        life.LeftBehind.Should().BeEmpty("destroy must leave nothing");
    }

    /// <summary>All stacks live once, side by side.</summary>
    public sealed class Lives : IDisposable
    {
        private readonly LocalAws _aws = new();

        public Lives() => Stacks = new(Goldens.Folder, _aws);

        internal LivingStacks Stacks { get; }

        public void Dispose() => _aws.Dispose();
    }
}
