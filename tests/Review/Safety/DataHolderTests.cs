using System.Text.Json.Nodes;
using Nautilus.Review.Safety;
using static Tests.Review.Safety.SafetyCase;

namespace Tests.Review.Safety;

/// <summary>Resources that hold data behind a stream: queues, buckets, indexes, databases, the state of applications.</summary>
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
    public void A_bucket_that_is_gone_takes_its_objects_along() =>
        Gone("aws_s3_bucket", "bucket", "lake-2026").ToString().Should().Be(Printed(
            "aws_s3_bucket.it",
            "bucket 'lake-2026' is no longer in the configuration: destroyed",
            "With force_destroy, all objects are lost, old versions and archives included. Without it, the destruction fails unless the " +
                "bucket is empty. prevent_destroy was removed with the resource and protects nothing.",
            "Copy the objects that you still need: with aws s3 sync, or from an existing replica.",
            """To keep it outside of this stack: "removed": [{ "from": "aws_s3_bucket.it", "lifecycle": { "destroy": false } }]""",
            "If only the id of its construct changed, add a moved block: " +
                "MovedFrom on the construct, or MoveFromId on the CDKTF resource."));

    [Theory, MemberData(nameof(Holders))]
    public void What_is_gone_is_destroyed(string type, string nameIn, string name, string what) =>
        Gone(type, nameIn, name).What.Should().Be($"{what} is no longer in the configuration: destroyed");

    [Theory, MemberData(nameof(Holders))]
    public void What_is_renamed_is_created_empty(string type, string nameIn, string name, string what) =>
        Changes(type, nameIn, name, "another").Should().ContainSingle().Which.What.Should().Be(
            $"{what}: {nameIn} '{name}' becomes 'another': destroyed, and created empty");

    [Theory, MemberData(nameof(Holders))]
    public void What_does_not_change_is_no_danger(string type, string nameIn, string name, string what)
    {
        Changes(type, nameIn, name, name).Should().BeEmpty(what);
        Changes(type, nameIn, name, "${aws_kms_key.key.key_id}").Should().BeEmpty("that is not known yet");
    }

    private static Danger Gone(string type, string nameIn, string name) =>
        Only(Stack("{}"), Existing($"{type}.it", new JsonObject { [nameIn] = name }));

    private static IReadOnlyList<Danger> Changes(string type, string nameIn, string now, string then) => PlanSafety.Dangers(
        Stack(Resource(type, "it", new JsonObject { [nameIn] = then })),
        State(Existing($"{type}.it", new JsonObject { [nameIn] = now })));
}
