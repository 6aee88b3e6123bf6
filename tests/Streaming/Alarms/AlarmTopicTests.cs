using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Alarms;

public sealed class AlarmTopicTests
{
    private static string Synthesize(AlarmTopicProps? props = null) => Testing.SynthScope(stack => new AlarmTopic(stack, "alarms", props));

    [Fact]
    public void A_topic_has_a_key_that_CloudWatch_may_use_for_this_account()
    {
        var synthesized = Synthesize();

        synthesized.Should().HaveResource("aws_sns_topic.alarms", new
        {
            name_prefix = "stack-alarms-", kms_master_key_id = "${aws_kms_key.alarms_key_47B57B13.arn}",
        });
        synthesized.Should().HavePolicy("aws_kms_key_policy.alarms_key_policy_4C50A29B", new
        {
            statement = new object[]
            {
                new { sid = "AccountDecidesByIam" },
                new
                {
                    sid = "AlarmsAreEncrypted",
                    actions = new[] { "kms:Decrypt", "kms:GenerateDataKey*" },
                    principals = new[] { new { type = "Service", identifiers = new[] { "cloudwatch.amazonaws.com" } } },
                    condition = new[] { new { variable = "aws:SourceAccount" }, new { variable = "aws:SourceArn" } },
                },
            },
        });
    }

    [Fact]
    public void A_topic_notifies_its_subscribers()
    {
        var synthesized = Synthesize(new()
        {
            Emails = ["on-call@example.com"], HttpsEndpoints = ["https://pager.example.com/hook?team=web"],
        });

        synthesized.Should().HaveResource("aws_sns_topic_subscription.alarms_email-on-callexamplecom_DFE07C3B", new
        {
            topic_arn = "${aws_sns_topic.alarms.arn}", protocol = "email", endpoint = "on-call@example.com",
        });
        synthesized.Should().HaveResource("aws_sns_topic_subscription.alarms_https-https----pagerexamplecom--hookteamweb_F950D458", new
        {
            protocol = "https", endpoint = "https://pager.example.com/hook?team=web",
        });
    }

    [Fact]
    public void Subscribers_that_SNS_can_not_notify_are_rejected() =>
        Rejected.AtOnce(() => Synthesize(new()
        {
            Emails = ["nobody", "me@example.com", "me@example.com"], HttpsEndpoints = ["http://example.com"],
        })).Should().Be(
            "alarm topic 'alarms': each of Emails must be an e-mail address, such as on-call@example.com, got 'nobody'; "
            + "an endpoint must be a URL that begins with https://, got 'http://example.com'; "
            + "subscribers must be unique, got nobody, me@example.com, me@example.com, http://example.com");

    [Fact]
    public void A_topic_of_another_region_is_rejected() => Rejected.AtOnce(() => Testing.SynthScope(stack =>
        AlarmTopic.FromArn(stack, "on-call", "arn:aws:sns:eu-west-1:111122223333:on-call"))).Should().Be(
            "alarm topic 'on-call': topic must be in us-east-1, the region of the stack, got 'arn:aws:sns:eu-west-1:111122223333:on-call'");

    [Fact]
    public void An_existing_topic_is_given_by_its_ARN() =>
        Rejected.AtOnce(() => Testing.SynthScope(stack => AlarmTopic.FromArn(stack, "on-call", "on-call"))).Should().Be(
            "alarm topic 'on-call': arn must be the ARN of an SNS topic, "
            + "such as arn:aws:sns:us-east-1:111122223333:on-call, got 'on-call'");
}
