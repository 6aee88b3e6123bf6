using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Streams;

namespace Tests.Streaming.Streams;

/// <summary>A stream with everything that it can have: every grant, and what the grants need.</summary>
internal static class EverythingOfAStream
{
    public const string Databricks = "arn:aws:iam::414351767826:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL";
    public const string Partner = "arn:aws:iam::999988887777:role/partner";

    public static DataStream In(TerraformStack stack, Encryption? encryption = null)
    {
        var stream = new DataStream(stack, "clicks", new()
        {
            Name = "clicks",
            Capacity = Capacity.Provisioned(2),
            Retention = TimeSpan.FromDays(7),
            Encryption = encryption ?? Encryption.CustomerKey,
            ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IteratorAgeMilliseconds],
            EnforceConsumerDeletion = true,
            PreventDestroy = false,
            Tags = new Dictionary<string, string> { ["Owner"] = "web" },
        });
        var fanOut = stream.AddConsumer("analytics");

        _ = (stream.ProducerPolicy, stream.ConsumerPolicy);
        stream.GrantPut(new ServiceRole(stack, "sdk-producer", Caller.EcsTask, stream.Location));
        stream.GrantPutWithKpl(new ServiceRole(stack, "kpl-producer", Caller.EcsTask, stream.Location));
        stream.GrantRead(new ServiceRole(stack, "polling", Caller.EcsTask, stream.Location));
        fanOut.GrantRead(new ServiceRole(stack, "fan-out", Caller.EcsTask, stream.Location));
        stream.GrantKcl(new ServiceRole(stack, "kcl", Caller.EcsTask, stream.Location), "clicks-counter");
        stream.GrantKclWithFanOut(new ServiceRole(stack, "fan-out-kcl", Caller.EcsTask, stream.Location), "clicks-counter");
        stream.GrantToLambda(new ServiceRole(stack, "function", Caller.Lambda, stream.Location));
        fanOut.GrantToLambda(new ServiceRole(stack, "fan-out-function", Caller.Lambda, stream.Location));
        stream.GrantToFirehose(new ServiceRole(stack, "delivery", Caller.Firehose("clicks-to-s3"), stream.Location));
        stream.GrantToFlink(new ServiceRole(stack, "flink", Caller.Flink("clicks-sessions"), stream.Location));
        stream.GrantToDatabricks(new CrossAccountRole(stack, "databricks", new()
        {
            Principal = Databricks, ExternalId = "0000-1111-2222",
        }));
        stream.GrantToFlinkWithFanOut(
            new ServiceRole(stack, "fan-out-flink", Caller.Flink("clicks-orders"), stream.Location), "clicks-orders");
        stream.GrantToDatabricksWithFanOut(new CrossAccountRole(stack, "fan-out-databricks", new()
        {
            Principal = Databricks, ExternalId = "0000-1111-2222", AssumesItselfIn = stream.Location,
        }));

        if (encryption is not Encryption.AwsManaged)
        {
            stream.ShareForReading(Partner);
            stream.ShareForPutting(Partner);
            fanOut.ShareForReading(Partner);
        }

        return stream;
    }

    /// <summary>The same stream with scaling, alarms and a dashboard.</summary>
    public static void Operated(TerraformStack stack)
    {
        var stream = In(stack);
        stream.ScaleWithTraffic(1, 8);
        stream.AlarmWhenInTrouble(new()
        {
            Topic = new AlarmTopic(stack, "alarms", new()
            {
                Emails = ["on-call@example.com"], HttpsEndpoints = ["https://pager.example.com/hook"],
            }),
        });
        new Dashboard(stack, "dashboard", stream);
    }
}
