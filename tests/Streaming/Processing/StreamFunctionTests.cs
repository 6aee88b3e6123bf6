using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class StreamFunctionTests
{
    private const string Function = "aws_lambda_function.count_function_DEC9E4F9";
    private const string Mapping = "aws_lambda_event_source_mapping.count";

    [Fact]
    public void A_function_is_native_code_traced_and_logged_under_the_key() => Synthesize().Should().HaveResource(Function, new
    {
        function_name = "count",
        runtime = "provided.al2023",
        handler = "bootstrap",
        architectures = new[] { "x86_64" },
        memory_size = 512,
        timeout = 60,
        reserved_concurrent_executions = (int?)null,
        tracing_config = new { mode = "Active" },
        logging_config = new { log_format = "JSON", log_group = "${aws_cloudwatch_log_group.count_function_log_9645E3B5.name}" },
    });

    [Fact]
    public void No_record_blocks_its_shard_for_ever_and_none_is_thrown_away() => Synthesize().Should().HaveResource(Mapping, new
    {
        event_source_arn = "${aws_kinesis_stream.stream.arn}",
        starting_position = "TRIM_HORIZON",
        bisect_batch_on_function_error = true,
        function_response_types = new[] { "ReportBatchItemFailures" },
        maximum_retry_attempts = 10,
        maximum_record_age_in_seconds = 43_200,
        destination_config = new { on_failure = new { destination_arn = "${aws_s3_bucket.bucket.arn}" } },
        metrics_config = new { metrics = new[] { "EventCount" } },
    });

    [Fact]
    public void A_mapping_can_be_tuned() => Synthesize(props => props with
    {
        BatchSize = 500,
        BatchingWindow = TimeSpan.FromSeconds(5),
        Window = TimeSpan.FromMinutes(1),
        Retries = 3,
        MaxAge = TimeSpan.FromHours(2),
        Filters = ["""{"data":{"kind":["order"]}}"""],
    }).Should().HaveResource(Mapping, new
    {
        batch_size = 500,
        maximum_batching_window_in_seconds = 5,
        tumbling_window_in_seconds = 60,
        maximum_retry_attempts = 3,
        maximum_record_age_in_seconds = 7200,
        filter_criteria = new { filter = new[] { new { pattern = """{"data":{"kind":["order"]}}""" } } },
    });

    [Fact]
    public void What_is_not_asked_for_is_left_out() => Synthesize().Should().HaveResource(Mapping, new
    {
        maximum_batching_window_in_seconds = (int?)null,
        tumbling_window_in_seconds = (int?)null,
        filter_criteria = (object?)null,
        starting_position_timestamp = (string?)null,
    });

    [Fact]
    public void A_function_can_start_at_a_time() =>
        Synthesize(props => props with { StartFrom = StartFrom.At(new(2026, 11, 20, 14, 30, 0, TimeSpan.FromHours(2))) }).Should().HaveResource(Mapping, new
        {
            starting_position = "AT_TIMESTAMP",
            starting_position_timestamp = "2026-11-20T12:30:00Z",
        });

    [Fact]
    public void A_function_can_start_with_what_comes_next() =>
        Synthesize(props => props with { StartFrom = StartFrom.Latest }).Should().HaveResource(Mapping, new { starting_position = "LATEST" });

    [Fact]
    public void A_function_can_read_by_a_fan_out_consumer() =>
        Synthesize(props => props with { Source = props.Source.Stream.AddConsumer("counter") }).Should().HaveResource(Mapping, new
        {
            event_source_arn = "${aws_kinesis_stream_consumer.stream_consumer-counter_66F74E0E.arn}",
        });

    [Fact]
    public void There_is_a_key_for_the_environment_only_where_there_is_one()
    {
        Synthesize().Should().HaveResource(Function, new { kms_key_arn = (string?)null, environment = (object?)null });
        Synthesize(props => props with { Environment = new Dictionary<string, string> { ["DELIVERY_STREAM"] = "counts" } }).Should().HaveResource(Function, new
        {
            kms_key_arn = "${aws_kms_key.key.arn}",
            environment = new { variables = new { DELIVERY_STREAM = "counts" } },
        });
    }

    [Fact]
    public void A_function_waits_for_its_rights_and_its_log() => Synthesize().Should().HaveResource(Function, new
    {
        depends_on = new[] { "aws_iam_role_policy_attachment.count_function_role_attachment_8A2632AC", "aws_cloudwatch_log_group.count_function_log_9645E3B5" },
    });

    [Theory, MemberData(nameof(Refusals))]
    public void What_Lambda_refuses_is_refused(string message) => Refused(Wrong[message]).Should().Be($"function 'count': {message}");

    [Fact]
    public void A_name_that_Lambda_refuses_is_refused() => Refused(props => props with { Name = new string('a', 65) }).Should().Be(
        $"function '{new string('a', 65)}': name must be 1 to 64 of a-z, A-Z, 0-9, '_' and '-', got '{new string('a', 65)}'");

    [Fact]
    public void Filters_are_10_at_most() => Refused(props => props with { Filters = [.. Enumerable.Repeat("{}", 11)] }).Should().Be(
        "function 'count': filters must be 10 at most, got 11");

    [Fact]
    public void An_environment_is_of_4_KB() =>
        Refused(props => props with { Environment = new Dictionary<string, string> { ["SCHEMA"] = new string('a', 4091) } }).Should().Be(
            "function 'count': the environment must have 4096 bytes at most, got 4097");

    [Fact]
    public void Shards_that_come_by_scaling_need_runs_too() => FluentActions.Invoking(() => Testing.SynthScope(stack =>
    {
        var around = new Surroundings(stack);
        new StreamFunction(stack, "count", around.Reader with { ReservedConcurrency = 4 });
        around.Stream.ScaleWithTraffic(1, 8);
    })).Should().ThrowExactly<ArgumentException>().WithMessage(
        "function 'count': reserved concurrency must be 8 at least, for 8 shards with parallelization 1, or shards wait, got 4");

    [Fact]
    public void The_shards_of_an_on_demand_stream_are_nobodys_to_count() =>
        Testing.SynthScope(stack => new StreamFunction(stack, "count", new Surroundings(stack, Capacity.OnDemand).Reader with { ReservedConcurrency = 1 }))
            .Should().HaveResource(Function, new { reserved_concurrent_executions = 1 });

    public static TheoryData<string> Refusals => new(Wrong.Keys);

    private static Dictionary<string, Func<StreamFunctionProps, StreamFunctionProps>> Wrong { get; } = new()
    {
        ["memory must be 128 to 10240 MB, got 127"] = props => props with { MemoryMb = 127 },
        ["memory must be 128 to 10240 MB, got 10241"] = props => props with { MemoryMb = 10_241 },
        ["timeout must be 1 to 900 seconds, and whole ones, got 901"] = props => props with { Timeout = TimeSpan.FromSeconds(901) },
        ["timeout must be 1 to 900 seconds, and whole ones, got 1.5"] = props => props with { Timeout = TimeSpan.FromSeconds(1.5) },
        ["reserved concurrency must be 1 at least, got 0: it would never run"] = props => props with { ReservedConcurrency = 0 },
        ["a variable's name must begin with a letter, have letters, digits and '_', 2 at least, and be none of Lambda's own, got 'A-B'"] = With("A-B"),
        ["a variable's name must begin with a letter, have letters, digits and '_', 2 at least, and be none of Lambda's own, got 'AWS_REGION'"] = With("AWS_REGION"),
        ["parallelization must be 1 to 10, got 0"] = props => props with { Parallelization = 0 },
        ["parallelization must be 1 to 10, got 11"] = props => props with { Parallelization = 11 },
        ["batch size must be 1 to 10000, got 0"] = props => props with { BatchSize = 0 },
        ["batch size must be 1 to 10000, got 10001"] = props => props with { BatchSize = 10_001 },
        ["batching window must be 0 to 300 seconds, and whole ones, got 301"] = props => props with { BatchingWindow = TimeSpan.FromSeconds(301) },
        ["window must be 0 to 900 seconds, and whole ones, got 901"] = props => props with { Window = TimeSpan.FromSeconds(901) },
        ["with a window, parallelization must be 1, since a shard has one state, got 2"] = props => props with { Window = TimeSpan.FromMinutes(1), Parallelization = 2 },
        ["retries must be 0 to 10000, got -1"] = props => props with { Retries = -1 },
        ["retries must be 0 to 10000, got 10001"] = props => props with { Retries = 10_001 },
        ["max age must be 60 to 604800 seconds, and whole ones, got 59"] = props => props with { MaxAge = TimeSpan.FromSeconds(59) },
        ["max age must be below the 24 hours that the stream keeps records, or they are lost before they are set aside, got 24 hours"] = props => props with { MaxAge = TimeSpan.FromHours(24) },
        ["a filter must be a JSON object of 4096 characters at most, such as {\"data\":{\"kind\":[\"order\"]}}, got '[1]'"] = props => props with { Filters = ["[1]"] },
        ["a filter must be a JSON object of 4096 characters at most, such as {\"data\":{\"kind\":[\"order\"]}}, got '{\"data\":'"] = props => props with { Filters = ["{\"data\":"] },
        ["reserved concurrency must be 4 at least, for 2 shards with parallelization 2, or shards wait, got 3"] = props => props with { Parallelization = 2, ReservedConcurrency = 3 },
    };

    private static Func<StreamFunctionProps, StreamFunctionProps> With(string variable) =>
        props => props with { Environment = new Dictionary<string, string> { [variable] = "x" } };

    private static string Synthesize(Func<StreamFunctionProps, StreamFunctionProps>? change = null) =>
        Testing.SynthScope(stack => new StreamFunction(stack, "count", (change ?? (props => props))(new Surroundings(stack).Reader)));

    private static string Refused(Func<StreamFunctionProps, StreamFunctionProps> change) =>
        FluentActions.Invoking(() => Synthesize(change)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
