using Nautilus.Testing.LocalAws;
using Tests.Streaming.Networking;
using Tests.Streaming.Processing;
using Tests.Streaming.Streams;

namespace Tests.Streaming;

/// <summary>What the reviewed stacks don't show on a local AWS.</summary>
public sealed class OnAwsTests(OnAwsTests.Lives lives) : IClassFixture<OnAwsTests.Lives>
{
    [Fact]
    public Task All_that_a_stream_can_have_lives_where_IAM_is_enforced_and_one_that_was_there_is_adopted_as_it_is() => lives.OfAStream.End;

    [Fact]
    public Task A_network_with_a_domain_and_a_warehouse_lives_and_the_domain_grows_where_it_stands() => lives.InANetwork.End;

    [Fact]
    public Task Functions_and_applications_live_and_are_updated_in_place_by_other_bytes() => lives.OfFunctions.End;

    public sealed class Lives : IDisposable
    {
        public Lives()
        {
            // All of them will be asked for.
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
