using Nautilus.Testing.Emulation;
using Tests.Streaming.Networking;
using Tests.Streaming.Processing;
using Tests.Streaming.Streams;

namespace Tests.Streaming;

/// <summary>Parts of the library that the reviewed stacks do not have, on a local AWS.</summary>
public sealed class OnAwsTests(OnAwsTests.Lives lives) : IClassFixture<OnAwsTests.Lives>
{
    [Fact]
    public Task A_stream_with_everything_is_deployed_with_IAM_enforced_and_an_existing_stream_is_adopted() => lives.OfAStream.End;

    [Fact]
    public Task A_network_with_a_domain_and_a_warehouse_is_deployed_and_the_domain_grows_in_place() => lives.InANetwork.End;

    [Fact]
    public Task Functions_and_applications_are_deployed_and_new_code_updates_them_in_place() => lives.OfFunctions.End;

    /// <summary>The deployments. They run side by side.</summary>
    public sealed class Lives : IDisposable
    {
        public Lives()
        {
            // In CI all tests run.
            if (Environment.GetEnvironmentVariable("CI") is not null)
                foreach (var life in All)
                    life.Begin();
        }

        internal Life OfAStream { get; } = new(StreamOnAws.Compose);

        internal Life InANetwork { get; } = new(NetworkOnAws.Compose);

        internal Life OfFunctions { get; } = new(FunctionsOnAws.Compose);

        private Life[] All => [OfAStream, InANetwork, OfFunctions];

        public void Dispose()
        {
            foreach (var life in All)
                life.Wait();
        }
    }
}
