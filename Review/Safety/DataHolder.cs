using Nautilus.Review.Terraform;

namespace Nautilus.Review.Safety;

/// <summary>A type of resource that holds data, and loses it when the resource is destroyed or replaced.</summary>
/// <param name="Type">The type.</param>
/// <param name="Noun">The word for it.</param>
/// <param name="NameIn">The attribute with the name in AWS.</param>
/// <param name="ReplacedBy">The attributes whose change makes the provider replace the resource.</param>
/// <param name="Loss">What is lost with it.</param>
/// <param name="Rescue">The first step.</param>
internal sealed record DataHolder(string Type, string Noun, string NameIn, string[] ReplacedBy, string Loss, string Rescue)
{
    private static readonly DataHolder[] All =
    [
        new("aws_sqs_queue", "queue", "name", ["name", "fifo_queue"],
            "The messages in the queue are lost.",
            "Check that the queue is empty, or move its messages to their destination."),
        new("aws_s3_bucket", "bucket", "bucket", ["bucket", "bucket_prefix"],
            "With force_destroy, all objects are lost, old versions and archives included. Without it, the destruction fails unless the " +
                "bucket is empty.",
            "Copy the objects that you still need: with aws s3 sync, or from an existing replica."),
        new("aws_opensearch_domain", "search domain", "domain_name", ["domain_name"],
            "All indexes are lost, and the automated snapshots with them.",
            "Take a snapshot into a bucket of yours, or check that everything can be indexed again from its source."),
        new("aws_redshiftserverless_namespace", "warehouse", "namespace_name", ["namespace_name", "db_name"],
            "All databases and recovery points are lost. Snapshots stay.",
            "Take a snapshot: aws redshift-serverless create-snapshot."),
        new("aws_kinesisanalyticsv2_application", "Flink application", "name", ["name", "description"],
            "The state of the application and its snapshots are lost: the new application starts empty.",
            "Let the new application read the stream from the time at which the old one stops. A snapshot helps only under the same name."),
    ];

    public static DataHolder? Of(DeployedResource resource) => All.FirstOrDefault(holder => holder.Type == resource.Type);

    public Danger Destroyed(DeployedResource resource) => resource.Danger(
        $"{Noun} '{Name(resource)}' is no longer in the configuration: destroyed",
        $"{Loss} {Advice.ProtectionIsGone}",
        Rescue,
        Advice.KeepOutsideOfStack(resource),
        "If only the id of its construct changed, add a moved block: MovedFrom on the construct, or MoveFromId on the CDKTF resource.");

    public IEnumerable<Danger> Replaced(DeployedResource resource, Resource wanted) =>
        from attribute in ReplacedBy
        let before = resource[attribute]
        let after = wanted[attribute]
        where after is not null && before is not null && before != after && !Template.HasExpression(after)
        select resource.Danger(
            $"{Noun} '{Name(resource)}': {attribute} '{before}' becomes '{after}': destroyed, and created empty",
            Loss,
            $"Keep '{before}' unless you need another value.",
            Rescue,
            $"Add the new {Noun} beside the old one, with a separate id, and move its readers and writers. Then remove the old one in a " +
                "separate apply.");

    private string Name(DeployedResource resource) => resource[NameIn] ?? resource.StateAddress;
}
