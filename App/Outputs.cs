using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.Streams;

namespace Nautilus.App;

public static class Outputs
{
    public static void Output(this TerraformStack stack, string name, string value, string description) =>
        new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description });

    /// <summary>What every user of a stream asks for.</summary>
    public static void OutputStream(this TerraformStack stack, DataStream stream)
    {
        stack.Output("stream_name", stream.Name, "The stream's name");
        stack.Output("stream_arn", stream.Arn, "The stream's ARN");
        stack.OutputPolicies(stream);
    }

    public static void OutputAlarms(this TerraformStack stack, AlarmTopic topic) =>
        stack.Output("alarm_topic_arn", topic.Arn, "ARN of the topic to subscribe to, to be told of alarms");

    public static void OutputPolicies(this TerraformStack stack, DataStream stream)
    {
        stack.Output("producer_policy_arn", stream.ProducerPolicy, "ARN of the policy to attach to a producer");
        stack.Output("consumer_policy_arn", stream.ConsumerPolicy, "ARN of the policy to attach to a consumer");
    }
}
