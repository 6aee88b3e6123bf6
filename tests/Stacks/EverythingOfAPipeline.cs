using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Networking;
using Nautilus.Search;
using Nautilus.Stacks;
using Nautilus.Testing.Synth;

namespace Tests.Stacks;

/// <summary>The streaming ETL with everything that it can have.</summary>
internal static class EverythingOfAPipeline
{
    public const string Administrator = "arn:aws:iam::111122223333:role/search-admin";

    public static StreamingEtlStackProps Props { get; } = new()
    {
        EventTypes = ["click", "order"],
        Replica = new("arn:aws:s3:::lake-backup", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        Search = SearchProfile.Production(),
        SearchAdministrators = [Administrator],
        FlinkJar = Path.Combine(AppContext.BaseDirectory, "functions", "transform.zip"),
        Endpoints =
        [
            Endpoint.KinesisStreams, Endpoint.Firehose, Endpoint.Monitoring, Endpoint.Logs, Endpoint.Kms, Endpoint.SecretsManager,
            Endpoint.Sqs, Endpoint.Sts,
        ],
        AlarmEmails = ["on-call@example.com"],
    };

    private static readonly Lazy<string> Whole = new(() => Synthesize(Props));

    /// <summary>With all parts on. It is synthesized once, because many tests need it.</summary>
    public static string Synthesize() => Whole.Value;

    public static string Synthesize(StreamingEtlStackProps props) =>
        Testing.SynthWhole(app => new StreamingEtlStack(app, "streaming-etl", new Deployment(), props));
}
