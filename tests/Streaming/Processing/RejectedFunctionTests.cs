using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class RejectedFunctionTests
{
    [Theory, MemberData(nameof(Messages))]
    public void A_function_that_Lambda_would_reject_is_rejected(string message) =>
        Rejecting(Wrong[message]).Should().Be($"function 'count': {message}");

    [Fact]
    public void A_name_that_Lambda_would_reject_is_rejected()
    {
        var name = new string('a', 65);

        Rejecting(props => props with { Name = name })
            .Should().Be($"function '{name}': name must be 1 to 64 of a-z, A-Z, 0-9, '_' and '-', got '{name}'");
    }

    [Fact]
    public void A_function_has_10_filters_or_less() =>
        Rejecting(props => props with { Filters = [.. Enumerable.Repeat("{}", 11)] })
            .Should().Be("function 'count': the number of filters must be 10 or less, got 11");

    [Fact]
    public void An_environment_has_4_KB_or_less() =>
        Rejecting(props => props with { Environment = new Dictionary<string, string> { ["SCHEMA"] = new string('a', 4091) } })
            .Should().Be("function 'count': the size of the environment in bytes must be 4096 or less, got 4097");

    [Fact]
    public void The_max_age_is_below_the_retention_of_the_stream() =>
        RejectedAtSynth(props => props with { MaxAge = TimeSpan.FromHours(24) }).Should().Be(
            "function 'count': max age must be below the stream's retention of 24 hours, " +
            "because Lambda can't set aside a record that the stream has lost; got 24 hours");

    [Fact]
    public void Every_shard_of_the_stream_has_reserved_concurrency() =>
        RejectedAtSynth(props => props with { Parallelization = 2, ReservedConcurrency = 3 }).Should().Be(
            "function 'count': reserved concurrency must be 4 or more, for 2 shards with parallelization 2, " +
            "because the other shards would wait; got 3");

    [Fact]
    public void Shards_that_scaling_can_add_later_need_reserved_concurrency_too() => Rejected.AtSynth(() => Testing.SynthScope(stack =>
    {
        var around = new Surroundings(stack);
        new StreamFunction(stack, "count", around.Reader with { ReservedConcurrency = 4 });
        around.Stream.ScaleWithTraffic(1, 8);
    })).Should().Be(
        "function 'count': reserved concurrency must be 8 or more, for 8 shards with parallelization 1, " +
        "because the other shards would wait; got 4");

    public static TheoryData<string> Messages => new(Wrong.Keys);

    private static Dictionary<string, Func<StreamFunctionProps, StreamFunctionProps>> Wrong { get; } = new()
    {
        ["memory must be 128 to 10240 MB, got 127"] = props => props with { MemoryMb = 127 },
        ["memory must be 128 to 10240 MB, got 10241"] = props => props with { MemoryMb = 10_241 },
        ["timeout must be 1 to 900 seconds, got 901"] = props => props with { Timeout = TimeSpan.FromSeconds(901) },
        ["timeout must be whole seconds, got 00:00:01.5000000"] = props => props with { Timeout = TimeSpan.FromSeconds(1.5) },
        ["reserved concurrency must be 1 or more, got 0"] = props => props with { ReservedConcurrency = 0 },
        ["the name of an environment variable must be 2 or more of a-z, A-Z, 0-9 and '_', and begin with a letter, got 'A-B'"] =
            With("A-B"),
        ["an environment variable must not be one that Lambda sets, got 'AWS_REGION'"] = With("AWS_REGION"),
        ["parallelization must be 1 to 10, got 0"] = props => props with { Parallelization = 0 },
        ["parallelization must be 1 to 10, got 11"] = props => props with { Parallelization = 11 },
        ["batch size must be 1 to 10000, got 0"] = props => props with { BatchSize = 0 },
        ["batch size must be 1 to 10000, got 10001"] = props => props with { BatchSize = 10_001 },
        ["batching window must be 0 to 300 seconds, got 301"] = props => props with { BatchingWindow = TimeSpan.FromSeconds(301) },
        ["window must be 0 to 900 seconds, got 901"] = props => props with { Window = TimeSpan.FromSeconds(901) },
        ["parallelization must be 1 with a window, because a shard has one state; got 2"] =
            props => props with { Window = TimeSpan.FromMinutes(1), Parallelization = 2 },
        ["retries must be 0 to 10000, got -1"] = props => props with { Retries = -1 },
        ["retries must be 0 to 10000, got 10001"] = props => props with { Retries = 10_001 },
        ["max age must be 60 to 604800 seconds, got 59"] = props => props with { MaxAge = TimeSpan.FromSeconds(59) },
        ["""a filter must be a JSON object of 4096 characters or less, such as {"data":{"kind":["order"]}}, got '[1]'"""] =
            props => props with { Filters = ["[1]"] },
        ["""a filter must be a JSON object of 4096 characters or less, such as {"data":{"kind":["order"]}}, got '{"data":'"""] =
            props => props with { Filters = ["{\"data\":"] },
    };

    private static Func<StreamFunctionProps, StreamFunctionProps> With(string variable) =>
        props => props with { Environment = new Dictionary<string, string> { [variable] = "x" } };

    private static string Rejecting(Func<StreamFunctionProps, StreamFunctionProps> change) => Rejected.AtOnce(() => Synthesize(change));

    private static string RejectedAtSynth(Func<StreamFunctionProps, StreamFunctionProps> change) =>
        Rejected.AtSynth(() => Synthesize(change));

    private static void Synthesize(Func<StreamFunctionProps, StreamFunctionProps> change) =>
        Testing.SynthScope(stack => new StreamFunction(stack, "count", change(new Surroundings(stack).Reader)));
}
