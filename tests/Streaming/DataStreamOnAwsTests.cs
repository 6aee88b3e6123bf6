using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Streaming;
using Nautilus.Streaming.Access;
using Nautilus.Tests.LocalAws;
using Nautilus.Tests.Stacks;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Streaming;

[Collection(nameof(StackTests))]
public sealed class DataStreamOnAwsTests(LocalAws.LocalAws aws)
{
    [Fact]
    public async Task All_that_a_stream_can_have_lives_on_a_local_AWS_where_IAM_is_enforced()
    {
        using var iam = new IamClient(aws.Endpoint);
        var synthesized = Testing.SynthScope(stack =>
        {
            EverythingOfAStream.In(stack);
            new DataStream(stack, "other", new() { Name = "other", Capacity = Capacity.OnDemand, PreventDestroy = false });
        });

        await aws.Live("everything", synthesized, async resources =>
        {
            var producer = await iam.UserWith("producer", PolicyArn(resources, "clicks-producer"));
            var consumer = await iam.UserWith("consumer", PolicyArn(resources, "clicks-consumer"));
            await iam.Enforce(true);
            try
            {
                (await May(producer, "clicks")).Should().Be((true, false));
                (await May(consumer, "clicks")).Should().Be((false, true));
                (await May(producer, "other")).Should().Be((false, false));
                (await May(consumer, "other")).Should().Be((false, false));
            }
            finally
            {
                await iam.Enforce(false);
                await iam.Remove("producer", PolicyArn(resources, "clicks-producer"), producer);
                await iam.Remove("consumer", PolicyArn(resources, "clicks-consumer"), consumer);
            }
        });
    }

    [Fact]
    public async Task A_stream_that_is_there_is_adopted_without_a_change()
    {
        using var kinesis = new KinesisClient(aws.Endpoint);
        await kinesis.Create("legacy", 2);
        var record = await kinesis.Put("legacy", "put before");

        var synthesized = Testing.SynthScope(stack => new DataStream(stack, "legacy", new()
        {
            Name = "legacy",
            Capacity = Capacity.Provisioned(2),
            PreventDestroy = false,
        }).AdoptExisting());

        aws.Prepare("adopted", synthesized).PlanInALine().Should().Be("Plan: 1 to import, 0 to add, 0 to change, 0 to destroy.");
        await aws.Live("adopted", synthesized, async resources =>
        {
            resources.Should().ContainSingle();
            (await kinesis.Read("legacy", record)).Should().Be("put before");
        });
        (await kinesis.StreamNames()).Should().BeEmpty();
    }

    private async Task<(bool Put, bool Read)> May(Credentials who, string stream)
    {
        using var kinesis = new KinesisClient(aws.Endpoint, who);
        return (await kinesis.MayPut(stream), await kinesis.MayRead(stream));
    }

    private static string PolicyArn(JsonNode[] resources, string purpose) => resources
        .Where(resource => (string)resource["type"]! == "aws_iam_policy")
        .Select(resource => (string)resource["values"]!["arn"]!)
        .Single(arn => arn.Contains($"/{purpose}-", StringComparison.Ordinal));
}
