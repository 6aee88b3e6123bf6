using Nautilus.Review.Access;
using static Tests.Streaming.Streams.AccessOfAStream;

namespace Tests.Streaming.Streams;

/// <summary>The access of a partner in another account, and of the partner's neighbours.</summary>
public sealed class SharedStreamTests
{
    [Fact]
    public void A_partner_may_do_what_is_shared_and_nothing_else()
    {
        var may = from ask in Questions
                  where ask.Resource != "*" && !ask.Resource.Contains(OtherAccount, StringComparison.Ordinal)
                  where DecideOfPartner(ask.Action, ask.Resource, ThroughKinesis) == Decision.Allowed
                  select $"{ask.Action} on {ask.Resource}";

        may.Should().BeEquivalentTo(
            $"kinesis:DescribeStream on {StreamArn}",
            $"kinesis:DescribeStreamSummary on {StreamArn}",
            $"kinesis:GetRecords on {StreamArn}",
            $"kinesis:GetShardIterator on {StreamArn}",
            $"kinesis:ListShards on {StreamArn}",
            $"kinesis:PutRecord on {StreamArn}",
            $"kinesis:PutRecords on {StreamArn}",
            $"kinesis:DescribeStreamConsumer on {Consumer}",
            $"kinesis:SubscribeToShard on {Consumer}",
            $"kms:Decrypt on {Key}",
            $"kms:GenerateDataKey on {Key}");
    }

    [Theory]
    [InlineData("kinesis:PutRecords")]
    [InlineData("kinesis:GetRecords")]
    public void A_partner_without_TLS_is_denied(string action)
    {
        var insecure = new Context { ["aws:SecureTransport"] = "false" };

        DecideOfPartner(action, StreamArn, ThroughKinesis).Should().Be(Decision.Allowed);
        DecideOfPartner(action, StreamArn, insecure).Should().Be(Decision.ExplicitlyDenied);
        DecideOfPartner("kinesis:SubscribeToShard", Consumer, insecure).Should().Be(Decision.ExplicitlyDenied);
    }

    [Fact]
    public void A_neighbour_of_the_partner_is_denied()
    {
        foreach (var action in Universe)
            foreach (var resource in new[] { StreamArn, Consumer, Key })
                DecideOf("neighbour", action, resource, ThroughKinesis).Should().NotBe(Decision.Allowed, "{0} on {1}", action, resource);
    }

    [Fact]
    public void A_partner_may_use_the_key_only_through_Kinesis() =>
        DecideOfPartner("kms:Decrypt", Key, new() { ["aws:SecureTransport"] = "true" }).Should().Be(Decision.ImplicitlyDenied);

    private static Decision DecideOfPartner(string action, string resource, Context context) =>
        DecideOf("partner", action, resource, context);

    // Each of them is an administrator of the other account.
    private static Decision DecideOf(string role, string action, string resource, Context context) => Decide(
        new() { Action = action, Resource = resource, Principal = $"arn:aws:iam::{OtherAccount}:role/{role}", Context = context },
        Everything);
}
