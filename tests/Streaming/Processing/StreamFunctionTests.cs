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
    public void A_function_runs_native_code_with_traces_and_an_encrypted_log() => Synthesize().Should().HaveResource(Function, new
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
    public void No_record_blocks_its_shard_forever_and_failed_records_are_stored() => Synthesize().Should().HaveResource(Mapping, new
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
    public void Settings_that_are_not_given_are_left_out() => Synthesize().Should().HaveResource(Mapping, new
    {
        maximum_batching_window_in_seconds = (int?)null,
        tumbling_window_in_seconds = (int?)null,
        filter_criteria = (object?)null,
        starting_position_timestamp = (string?)null,
    });

    [Fact]
    public void A_function_can_start_at_a_time() =>
        Synthesize(props => props with { StartFrom = StartFrom.At(new(2026, 11, 20, 14, 30, 0, TimeSpan.FromHours(2))) })
            .Should().HaveResource(Mapping, new
            {
                starting_position = "AT_TIMESTAMP",
                starting_position_timestamp = "2026-11-20T12:30:00Z",
            });

    [Fact]
    public void A_function_can_start_with_the_next_records() =>
        Synthesize(props => props with { StartFrom = StartFrom.Latest })
            .Should().HaveResource(Mapping, new { starting_position = "LATEST" });

    [Fact]
    public void A_function_can_read_by_a_fan_out_consumer() =>
        Synthesize(props => props with { Source = props.Source.Stream.AddConsumer("counter") }).Should().HaveResource(Mapping, new
        {
            event_source_arn = "${aws_kinesis_stream_consumer.stream_consumer-counter_66F74E0E.arn}",
        });

    [Fact]
    public void The_environment_is_encrypted_with_the_key()
    {
        Synthesize().Should().HaveResource(Function, new { kms_key_arn = (string?)null, environment = (object?)null });
        Synthesize(props => props with { Environment = new Dictionary<string, string> { ["DELIVERY_STREAM"] = "counts" } })
            .Should().HaveResource(Function, new
            {
                kms_key_arn = "${aws_kms_key.key.arn}",
                environment = new { variables = new { DELIVERY_STREAM = "counts" } },
            });
    }

    [Fact]
    public void A_function_is_created_after_its_permissions_and_its_log() => Synthesize().Should().HaveResource(Function, new
    {
        depends_on = new[]
        {
            "aws_iam_role_policy_attachment.count_function_role_attachment_8A2632AC",
            "aws_cloudwatch_log_group.count_function_log_9645E3B5",
        },
    });

    [Fact]
    public void Reserved_concurrency_is_not_compared_with_the_shards_of_an_on_demand_stream() => Testing.SynthScope(stack =>
    {
        var props = new Surroundings(stack, Capacity.OnDemand).Reader with { ReservedConcurrency = 1 };
        new StreamFunction(stack, "count", props);
    }).Should().HaveResource(Function, new { reserved_concurrent_executions = 1 });

    private static string Synthesize(Func<StreamFunctionProps, StreamFunctionProps>? change = null) =>
        Testing.SynthScope(stack => new StreamFunction(stack, "count", (change ?? (props => props))(new Surroundings(stack).Reader)));
}
