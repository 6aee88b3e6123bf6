using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class RejectedFlinkTests
{
    private const string AKey = "the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Theory, MemberData(nameof(Messages))]
    public void An_application_that_AWS_would_reject_is_rejected(string message) =>
        Rejecting(Wrong[message]).Should().Be($"Flink application 'sessions': {message}");

    [Fact]
    public void A_name_that_AWS_would_reject_is_rejected() => Rejecting(props => props with { Name = "my sessions" }).Should().Be(
        "Flink application 'my sessions': name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got 'my sessions'");

    [Fact]
    public void An_application_has_50_property_groups_or_less()
    {
        IReadOnlyDictionary<string, string> group = new Dictionary<string, string> { ["a"] = "b" };

        Rejecting(props => props with { Properties = Enumerable.Range(0, 51).ToDictionary(number => $"g{number}", _ => group) })
            .Should().Be("Flink application 'sessions': the number of property groups must be 50 or less, got 51");
    }

    public static TheoryData<string> Messages => new(Wrong.Keys);

    private static Dictionary<string, Func<FlinkApplicationProps, FlinkApplicationProps>> Wrong { get; } = new()
    {
        ["code must be a file that exists, got '/nowhere/app.jar'; build it first, or fix the path"] =
            props => props with { Code = FlinkCode.Upload("/nowhere/app.jar", null!) },
        ["the bucket of the code must be the ARN of a bucket, such as arn:aws:s3:::backup, got 'code'"] =
            props => props with { Code = FlinkCode.InS3("code", "app.jar") },
        ["the length of the key of the code must be 1 to 1024, got 0"] =
            props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "") },
        [$"the encryption key of the code must be {AKey}, got 'alias/code'"] =
            props => props with { Code = FlinkCode.InS3("arn:aws:s3:::code", "app.jar", encryptionKey: "alias/code") },
        ["parallelism per KPU must be 1 to 8, got 9"] = props => props with { ParallelismPerKpu = 9 },
        ["parallelism must be 1 to 64, for 64 KPUs with parallelism 1, got 65"] = props => props with { Parallelism = 65 },
        ["parallelism must be 1 to 128, for 64 KPUs with parallelism 2, got 129"] =
            props => props with { Parallelism = 129, ParallelismPerKpu = 2 },
        ["parallelism must be 1 to 64, for 64 KPUs with parallelism 1, got 0"] = props => props with { Parallelism = 0 },
        ["the limit of KPUs must be 1 or more, got 0; parallelism must be 1 to 0, for 0 KPUs with parallelism 1, got 1"] =
            props => props with { KpuLimit = 0 },
        ["the checkpoint interval must be 1 seconds or more, got 0.5"] =
            props => props with { CheckpointInterval = TimeSpan.FromMilliseconds(500) },
        ["the pause between checkpoints must be 0 seconds or more, got -1"] =
            props => props with { CheckpointPause = TimeSpan.FromSeconds(-1) },
        ["log level must be one of Debug, Info, Warn, Error, got 9"] = props => props with { LogLevel = (FlinkLogLevel)9 },
        ["metrics level must be one of Application, Task, Operator, Parallelism, got 9"] =
            props => props with { MetricsLevel = (FlinkMetricsLevel)9 },
        ["the id of a property group must be 1 to 50 of a-z, A-Z, 0-9, '_', '.' and '-', got 'a b'"] = With("a b", ("a", "b")),
        ["the number of properties in group 'source' must be 1 to 50, got 0"] = With("source"),
        ["name and value of a property in group 'source' must have 1 to 2048 characters, got 1 and 0"] = With("source", ("a", "")),
    };

    private static Func<FlinkApplicationProps, FlinkApplicationProps> With(string group, params (string Name, string Value)[] properties) =>
        props => props with
        {
            Properties = new Dictionary<string, IReadOnlyDictionary<string, string>> { [group] = properties.ToDictionary() },
        };

    private static string Rejecting(Func<FlinkApplicationProps, FlinkApplicationProps> change) => Rejected.AtOnce(() =>
        Testing.SynthScope(stack => new FlinkApplication(stack, "sessions", change(new Surroundings(stack).Sessions))));
}
