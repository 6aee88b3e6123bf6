using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Streams;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

[Collection(Beside.StreamOnAws)]
public sealed class StreamOnAwsTests(LocalAws aws) : IClassFixture<LocalAws>
{
    [Fact]
    public async Task A_stream_with_everything_is_deployed_with_IAM_enforced_and_an_existing_stream_is_adopted()
    {
        var synthesized = Synthesize();
        using var iam = new IamClient(aws.Endpoint);
        using var kinesis = new KinesisClient(aws.Endpoint);
        await kinesis.Create("legacy", 2);
        var record = await kinesis.Put("legacy", "put before");
        var added = JsonNode.Parse(synthesized)!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count) - 1;

        aws.Prepare("everything", synthesized).PlanInALine().Should().Be($"Plan: 1 to import, {added} to add, 0 to change, 0 to destroy.");
        await aws.Live("everything", synthesized, async resources =>
        {
            (await kinesis.Read("legacy", record)).Should().Be("put before");

            var producer = await iam.UserWith("producer", PolicyArn(resources, "clicks-producer"));
            var consumer = await iam.UserWith("consumer", PolicyArn(resources, "clicks-consumer"));
            await iam.Enforce(true);
            try
            {
                (await May(producer, "clicks")).Should().Be((true, false));
                (await May(consumer, "clicks")).Should().Be((false, true));
                (await May(producer, "legacy")).Should().Be((false, false));
                (await May(consumer, "legacy")).Should().Be((false, false));
            }
            finally
            {
                await iam.Enforce(false);
                await iam.Remove("producer", PolicyArn(resources, "clicks-producer"), producer);
                await iam.Remove("consumer", PolicyArn(resources, "clicks-consumer"), consumer);
            }
        });
        (await kinesis.StreamNames()).Should().BeEmpty();
    }

    private static string Synthesize() => Testing.SynthScope(stack =>
    {
        EverythingOfAStream.Operated(stack);
        var legacy = new DataStream(stack, "legacy", new()
        {
            Name = "legacy", Capacity = Capacity.Provisioned(2), PreventDestroy = false,
        });
        legacy.AdoptExisting();
    });

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
