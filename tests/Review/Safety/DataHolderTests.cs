using System.Text.Json.Nodes;
using Nautilus.Review.Safety;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

/// <summary>What keeps data behind a stream: queues, buckets, indexes, databases, the state of applications.</summary>
public sealed class DataHolderTests
{
    public static TheoryData<string, string, string, string> Holders => new()
    {
        { "aws_sqs_queue", "name", "undelivered", "queue 'undelivered'" },
        { "aws_s3_bucket", "bucket", "lake-2026", "bucket 'lake-2026'" },
        { "aws_opensearch_domain", "domain_name", "aggregates", "search domain 'aggregates'" },
        { "aws_redshiftserverless_namespace", "namespace_name", "events", "warehouse 'events'" },
        { "aws_kinesisanalyticsv2_application", "name", "sessions", "Flink application 'sessions'" },
    };

    [Fact]
    public void A_bucket_that_is_gone_takes_its_objects_along() => Gone("aws_s3_bucket", "bucket", "lake-2026").ToString().Should().Be("""
        aws_s3_bucket.it
          bucket 'lake-2026' is no longer in the configuration: destroyed
          Why: All its objects are lost, old versions and archives included, where force_destroy is on; where it is off, the destruction fails unless the bucket is empty. prevent_destroy went with its block and protects nothing.
          Instead:
            1. Copy what is still needed: aws s3 sync, or a replica that was there before.
            2. To let it live outside of this stack: "removed": [{ "from": "aws_s3_bucket.it", "lifecycle": { "destroy": false } }]
            3. If its construct only has another id now, say so: MovedFrom on the construct, or a moved block.
        """);

    [Theory, MemberData(nameof(Holders))]
    public void What_is_gone_is_destroyed(string type, string nameIn, string name, string what) =>
        Gone(type, nameIn, name).What.Should().Be($"{what} is no longer in the configuration: destroyed");

    [Theory, MemberData(nameof(Holders))]
    public void What_is_renamed_is_created_empty(string type, string nameIn, string name, string what) =>
        Changes(type, nameIn, name, "another").Should().ContainSingle().Which.What.Should().Be($"{what}: {nameIn} '{name}' becomes 'another': destroyed, and created empty");

    [Theory, MemberData(nameof(Holders))]
    public void What_stays_as_it_is_is_no_danger(string type, string nameIn, string name, string what)
    {
        Changes(type, nameIn, name, name).Should().BeEmpty(what);
        Changes(type, nameIn, name, "${aws_kms_key.key.key_id}").Should().BeEmpty("that is not known yet");
    }

    private static Danger Gone(string type, string nameIn, string name) =>
        PlanSafety.Dangers(Stack("{}"), State(Existing($"{type}.it", new JsonObject { [nameIn] = name }))).Should().ContainSingle().Subject;

    private static IReadOnlyList<Danger> Changes(string type, string nameIn, string now, string then) => PlanSafety.Dangers(
        Stack(Resource(type, "it", new JsonObject { [nameIn] = then })),
        State(Existing($"{type}.it", new JsonObject { [nameIn] = now })));
}
