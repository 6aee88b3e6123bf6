using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FlinkApplicationTests
{
    private const string Application = "aws_kinesisanalyticsv2_application.sessions";

    private static readonly string Standard = Synthesize();

    [Fact]
    public void An_application_runs_Flink_keeps_its_state_and_is_kept() => Standard.Should().HaveResource(Application, new
    {
        name = "sessions",
        runtime_environment = "FLINK-1_20",
        application_mode = "STREAMING",
        lifecycle = new { prevent_destroy = true },
        application_configuration = new
        {
            application_snapshot_configuration = new { snapshots_enabled = true },
            flink_application_configuration = new
            {
                checkpoint_configuration = new { configuration_type = "CUSTOM", checkpointing_enabled = true, checkpoint_interval = 60_000, min_pause_between_checkpoints = 5_000 },
                monitoring_configuration = new { configuration_type = "CUSTOM", log_level = "INFO", metrics_level = "APPLICATION" },
                parallelism_configuration = new { configuration_type = "CUSTOM", auto_scaling_enabled = true, parallelism = 1, parallelism_per_kpu = 1 },
            },
        },
    });

    [Fact]
    public void What_would_replace_it_start_it_or_stop_it_is_said_by_somebody_or_not_at_all() => Standard.Should().HaveResource(Application, new
    {
        description = (string?)null, start_application = (bool?)null, force_stop = (bool?)null,
    });

    [Fact]
    public void It_is_started_and_stopped_by_Terraform_when_told_so() =>
        Synthesize(props => props with { Start = true, ForceStop = true }).Should().HaveResource(Application, new { start_application = true, force_stop = true });

    [Fact]
    public void Other_bytes_are_another_version_and_an_update_of_the_application()
    {
        Standard.Should().HaveResource("aws_s3_object.sessions_code_388FCB26", new
        {
            bucket = "${aws_s3_bucket.bucket.bucket}",
            key = "flink/sessions/transform.zip",
            source = "assets/sessions_file_7207E5F7/code/transform.zip",
            source_hash = "${filemd5(\"assets/sessions_file_7207E5F7/code/transform.zip\")}",
            server_side_encryption = "aws:kms",
            kms_key_id = "${aws_kms_key.key.arn}",
            depends_on = new[] { "aws_s3_bucket_versioning.bucket_versioning_FFA4302A" },
        });
        CodeOf(Standard).Should().Be("""{"bucket_arn":"${aws_s3_bucket.bucket.arn}","file_key":"flink/sessions/transform.zip","object_version":"${aws_s3_object.sessions_code_388FCB26.version_id}"}""");
    }

    [Fact]
    public void Code_can_be_in_S3_already() =>
        CodeOf(Synthesize(props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "app.jar", "3") }))
            .Should().Be("""{"bucket_arn":"arn:aws:s3:::code","file_key":"app.jar","object_version":"3"}""");

    [Fact]
    public void A_program_is_told_its_properties() => Synthesize(With("source", ("stream.arn", "a"))).Should().HaveResource(Application, new
    {
        application_configuration = new
        {
            environment_properties = new { property_group = new[] { new { property_group_id = "source", property_map = new Dictionary<string, string> { ["stream.arn"] = "a" } } } },
        },
    });

    [Fact]
    public void An_application_that_has_moved_is_not_made_anew() =>
        Testing.SynthScope(stack => new FlinkApplication(stack, "sessions", new Surroundings(stack).Sessions).MovedFrom("aws_kinesisanalyticsv2_application.old"))
            .Should().HaveBlock("moved", new { from = "aws_kinesisanalyticsv2_application.old", to = Application });

    [Theory, MemberData(nameof(Refusals))]
    public void What_Flink_refuses_is_refused(string message) => Refused(Wrong[message]).Should().Be($"Flink application 'sessions': {message}");

    [Fact]
    public void A_name_that_Flink_refuses_is_refused() => Refused(props => props with { Name = "my sessions" }).Should().Be(
        "Flink application 'my sessions': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my sessions'");

    [Fact]
    public void Groups_of_properties_are_50_at_most() => Refused(props => props with
    {
        Properties = Enumerable.Range(0, 51).ToDictionary(number => $"g{number}", _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["a"] = "b" }),
    }).Should().Be("Flink application 'sessions': groups of properties must be 50 at most, got 51");

    public static TheoryData<string> Refusals => new(Wrong.Keys);

    private static Dictionary<string, Func<FlinkApplicationProps, FlinkApplicationProps>> Wrong { get; } = new()
    {
        ["code must be a file that is there, got '/nowhere/app.jar'; build it first, or mend the path"] = props => props with { Code = FlinkCode.Upload("/nowhere/app.jar", null!) },
        ["code must be in a bucket, by its ARN, such as arn:aws:s3:::code, got 'code'"] = props => props with { Code = FlinkCode.InS3("code", "app.jar") },
        ["the key of the code must have 1 to 1024 characters, got 0"] = props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "") },
        ["key must be the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got 'alias/code'"] =
            props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "app.jar", encryptionKey: "alias/code") },
        ["parallelism per KPU must be 1 to 8, got 9"] = props => props with { ParallelismPerKpu = 9 },
        ["parallelism must be 1 to 64, for 64 KPUs of 1, got 65"] = props => props with { Parallelism = 65 },
        ["parallelism must be 1 to 128, for 64 KPUs of 2, got 129"] = props => props with { Parallelism = 129, ParallelismPerKpu = 2 },
        ["parallelism must be 1 to 64, for 64 KPUs of 1, got 0"] = props => props with { Parallelism = 0 },
        ["the limit of KPUs must be 1 at least, got 0; parallelism must be 1 to 0, for 0 KPUs of 1, got 1"] = props => props with { KpuLimit = 0 },
        ["checkpoints must be a second apart at least, got 0.5 seconds"] = props => props with { CheckpointInterval = TimeSpan.FromMilliseconds(500) },
        ["the pause between checkpoints must not be negative, got -1 seconds"] = props => props with { CheckpointPause = TimeSpan.FromSeconds(-1) },
        ["log level must be one of FlinkLogLevel, got 9"] = props => props with { LogLevel = (FlinkLogLevel)9 },
        ["metrics level must be one of FlinkMetricsLevel, got 9"] = props => props with { MetricsLevel = (FlinkMetricsLevel)9 },
        ["the id of a group of properties must be 1 to 50 of a-z, A-Z, 0-9, '_', '.' and '-', got 'a b'"] = With("a b", ("a", "b")),
        ["group 'source' must have 1 to 50 properties, got 0"] = With("source"),
        ["a property's name and value must have 1 to 2048 characters, got 1 and 0 in group 'source'"] = With("source", ("a", "")),
    };

    private static Func<FlinkApplicationProps, FlinkApplicationProps> With(string group, params (string Name, string Value)[] properties) => props => props with
    {
        Properties = new Dictionary<string, IReadOnlyDictionary<string, string>> { [group] = properties.ToDictionary() },
    };

    private static string CodeOf(string synthesized) => JsonNode.Parse(synthesized)!["resource"]!["aws_kinesisanalyticsv2_application"]!["sessions"]!
        ["application_configuration"]!["application_code_configuration"]!["code_content"]!["s3_content_location"]!.ToJsonString();

    private static string Synthesize(Func<FlinkApplicationProps, FlinkApplicationProps>? change = null) =>
        Testing.SynthScope(stack => new FlinkApplication(stack, "sessions", (change ?? (props => props))(new Surroundings(stack).Sessions)));

    private static string Refused(Func<FlinkApplicationProps, FlinkApplicationProps> change) =>
        FluentActions.Invoking(() => Synthesize(change)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
