using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FlinkApplicationTests
{
    private const string Application = "aws_kinesisanalyticsv2_application.sessions";

    private static readonly string Standard = Synthesize();

    [Fact]
    public void An_application_runs_Flink_saves_its_state_and_can_not_be_destroyed() => Standard.Should().HaveResource(Application, new
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
                checkpoint_configuration = new
                {
                    configuration_type = "CUSTOM",
                    checkpointing_enabled = true,
                    checkpoint_interval = 60_000,
                    min_pause_between_checkpoints = 5_000,
                },
                monitoring_configuration = new { configuration_type = "CUSTOM", log_level = "INFO", metrics_level = "APPLICATION" },
                parallelism_configuration = new
                {
                    configuration_type = "CUSTOM", auto_scaling_enabled = true, parallelism = 1, parallelism_per_kpu = 1,
                },
            },
        },
    });

    [Fact]
    public void By_default_Terraform_neither_starts_nor_stops_an_application_and_sets_no_description_that_could_replace_it() =>
        Standard.Should().HaveResource(Application, new
        {
            description = (string?)null, start_application = (bool?)null, force_stop = (bool?)null,
        });

    [Fact]
    public void Terraform_starts_and_stops_an_application_on_request() =>
        Synthesize(props => props with { Start = true, ForceStop = true })
            .Should().HaveResource(Application, new { start_application = true, force_stop = true });

    [Fact]
    public void Changed_code_creates_a_version_of_the_object_and_updates_the_application()
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
        Standard.Should().HaveResource(Application, Running(
            "${aws_s3_bucket.bucket.arn}", "flink/sessions/transform.zip", "${aws_s3_object.sessions_code_388FCB26.version_id}"));
    }

    [Fact]
    public void Code_can_be_in_S3_already() =>
        Synthesize(props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "app.jar", "3") })
            .Should().HaveResource(Application, Running("arn:aws:s3:::code", "app.jar", "3"));

    [Fact]
    public void A_program_gets_its_properties() => Synthesize(SourceProperties).Should().HaveResource(Application, new
    {
        application_configuration = new
        {
            environment_properties = new
            {
                property_group = new[]
                {
                    new { property_group_id = "source", property_map = new Dictionary<string, string> { ["stream.arn"] = "a" } },
                },
            },
        },
    });

    [Fact]
    public void An_application_with_another_address_is_not_replaced() => Testing.SynthScope(stack =>
    {
        var application = new FlinkApplication(stack, "sessions", new Surroundings(stack).Sessions);
        application.MovedFrom("aws_kinesisanalyticsv2_application.old");
    }).Should().HaveBlock("moved", new { from = "aws_kinesisanalyticsv2_application.old", to = Application });

    private static FlinkApplicationProps SourceProperties(FlinkApplicationProps props) => props with
    {
        Properties = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["source"] = new Dictionary<string, string> { ["stream.arn"] = "a" },
        },
    };

    private static object Running(string bucket, string key, string version) => new
    {
        application_configuration = new
        {
            application_code_configuration = new
            {
                code_content = new { s3_content_location = new { bucket_arn = bucket, file_key = key, object_version = version } },
            },
        },
    };

    private static string Synthesize(Func<FlinkApplicationProps, FlinkApplicationProps>? change = null) =>
        Testing.SynthScope(stack =>
        {
            var props = new Surroundings(stack).Sessions;
            new FlinkApplication(stack, "sessions", change is null ? props : change(props));
        });
}
