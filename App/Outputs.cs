using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.Streams;

namespace Nautilus.App;

/// <summary>Outputs of a stack.</summary>
public static class Outputs
{
    /// <summary>One output.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The output's name, in snake_case.</param>
    /// <param name="value">The value.</param>
    /// <param name="description">What the value is.</param>
    public static void Output(this TerraformStack stack, string name, string value, string description) =>
        new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description });

    /// <summary>The name of a stream, its ARN, and the ARNs of its policies.</summary>
    public static void OutputStream(this TerraformStack stack, DataStream stream)
    {
        stack.Output("stream_name", stream.Name, "Name of the stream");
        stack.Output("stream_arn", stream.Arn, "ARN of the stream");
        stack.OutputPolicies(stream);
    }

    /// <summary>The ARN of the topic of the stack's alarms.</summary>
    public static void OutputAlarms(this TerraformStack stack, AlarmTopic topic) =>
        stack.Output("alarm_topic_arn", topic.Arn, "ARN of the topic to subscribe to for alarms");

    /// <summary>The ARNs of the policies for producers and for consumers of a stream.</summary>
    public static void OutputPolicies(this TerraformStack stack, DataStream stream)
    {
        stack.Output("producer_policy_arn", stream.ProducerPolicy, "ARN of the policy to attach to a producer");
        stack.Output("consumer_policy_arn", stream.ConsumerPolicy, "ARN of the policy to attach to a consumer");
    }
}
