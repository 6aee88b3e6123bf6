using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.SqsQueue;
using HashiCorp.Cdktf.Providers.Aws.SqsQueuePolicy;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Streams;

namespace Nautilus.Iot;

/// <summary>A queue that keeps undelivered messages as long as SQS allows, encrypted with the key of the stream.</summary>
internal sealed class UndeliveredQueue : Construct
{
    private static readonly TimeSpan LongestRetention = TimeSpan.FromDays(14);

    private readonly SqsQueue _queue;
    private readonly DataStream _stream;

    public UndeliveredQueue(Construct scope, string id, string name, DataStream stream, bool preventDestroy)
        : base(scope, id)
    {
        _stream = stream;
        _queue = new SqsQueue(this, "Default", new SqsQueueConfig
        {
            NamePrefix = Names.Prefix($"{name}-undelivered", 54),
            MessageRetentionSeconds = LongestRetention.TotalSeconds,
            KmsMasterKeyId = stream.CustomerKey,
            SqsManagedSseEnabled = stream.CustomerKey is null ? true : null,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = preventDestroy },
        });
        new SqsQueuePolicy(this, "policy", new SqsQueuePolicyConfig
        {
            QueueUrl = Url,
            Policy = new PolicyDocument(Statement.OverTlsOnly(["sqs:*"], _queue.Arn)).Json,
        });
    }

    public string Name => _queue.Name;

    public string Url => _queue.Url;

    public void GrantSend(Role role)
    {
        role.Allow(new Statement("KeepUndelivered", ["sqs:SendMessage"], [_queue.Arn]));
        if (_stream.CustomerKey is { } key)
            role.Allow(new Statement("EncryptUndelivered", ["kms:Decrypt", "kms:GenerateDataKey"], [key])
            {
                Conditions =
                [
                    new("StringEquals", "kms:ViaService", $"sqs.{_stream.Location.Region}.amazonaws.com"),
                    // AWS's documents do not name the encryption context of SQS. If SQS sends the queue, it must be this one.
                    new("StringEqualsIfExists", "kms:EncryptionContext:aws:sqs:arn", _queue.Arn),
                ],
            });
    }
}
