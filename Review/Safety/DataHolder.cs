using System.Text.Json.Nodes;

namespace Nautilus.Review.Safety;

/// <summary>What keeps data behind a stream, and loses it when it is destroyed or replaced.</summary>
/// <param name="NameIn">The attribute that people know it by.</param>
/// <param name="ReplacedBy">Attributes whose change makes the provider replace it.</param>
/// <param name="Loss">What is lost with it.</param>
/// <param name="Rescue">What to do first.</param>
internal sealed record DataHolder(string Type, string Noun, string NameIn, string[] ReplacedBy, string Loss, string Rescue)
{
    private static readonly DataHolder[] All =
    [
        new("aws_sqs_queue", "queue", "name", ["name", "fifo_queue"],
            "The messages that wait in it are lost.",
            "See that it is empty, or put what is in it where it was meant to go; for devices' messages docs/iot.md says how."),
        new("aws_s3_bucket", "bucket", "bucket", ["bucket", "bucket_prefix"],
            "All its objects are lost, old versions and archives included, where force_destroy is on; where it is off, the destruction fails unless the bucket is empty.",
            "Copy what is still needed: aws s3 sync, or a replica that was there before."),
        new("aws_opensearch_domain", "search domain", "domain_name", ["domain_name"],
            "All its indexes are lost, and the automated snapshots with them.",
            "Take a snapshot into a bucket of yours, or see that all can be indexed again from the lake."),
        new("aws_redshiftserverless_namespace", "warehouse", "namespace_name", ["namespace_name", "db_name"],
            "All its databases are lost; recovery points go with it, snapshots stay.",
            "Take a snapshot: aws redshift-serverless create-snapshot."),
        new("aws_kinesisanalyticsv2_application", "Flink application", "name", ["name", "description"],
            "The state of the application is lost, and its snapshots with it: it starts as if it had seen nothing.",
            "Stop it with a snapshot only if it is to come back under the same name; else let the new one read the stream from the time that the old one stopped."),
    ];

    public static DataHolder? Of(Existing resource) => All.FirstOrDefault(holder => holder.Type == resource.Type);

    public Danger Destroyed(Existing resource) => new(resource.StateAddress,
        $"{Noun} '{Name(resource)}' is no longer in the configuration: destroyed",
        $"{Loss} prevent_destroy went with its block and protects nothing.",
        [
            Rescue,
            $$"""To let it live outside of this stack: "removed": [{ "from": "{{ResourceAddress.WithoutKey(resource.StateAddress)}}", "lifecycle": { "destroy": false } }]""",
            "If its construct only has another id now, say so: MovedFrom on the construct, or a moved block.",
        ]);

    public IEnumerable<Danger> Replaced(Existing resource, JsonObject block) =>
        from attribute in ReplacedBy
        let before = resource.Value(attribute)
        let after = block[attribute]?.ToString()
        where after is not null && before is not null && before != after && !Json.IsExpression(after)
        select new Danger(resource.StateAddress,
            $"{Noun} '{Name(resource)}': {attribute} '{before}' becomes '{after}': destroyed, and created empty",
            Loss,
            [
                $"Keep '{before}' if the new one is only nicer.",
                Rescue,
                "Put the new one beside the old, with an id of its own, and move over what reads and writes; then remove the old one in an apply of its own.",
            ]);

    private string Name(Existing resource) => resource.Value(NameIn) ?? resource.StateAddress;
}
