using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogStream;
using Nautilus.Access;
using Nautilus.Keys;

namespace Nautilus.Delivery;

/// <summary>The log of a delivery stream: the reasons of failed deliveries.</summary>
internal sealed class DeliveryLog : Construct
{
    private readonly CloudwatchLogStream _stream;

    public DeliveryLog(Construct scope, string id, string name, CustomerKey key)
        : base(scope, id)
    {
        Group = GroupOf(name);
        var group = EncryptedLog.Of(this, "Default", Group, key);
        _stream = new CloudwatchLogStream(this, "stream", new CloudwatchLogStreamConfig { Name = "delivery", LogGroupName = group.Name });
    }

    public string Group { get; }

    public string Stream => _stream.Name;

    public static string GroupOf(string name) => $"/aws/kinesisfirehose/{name}";

    public void GrantPut(Role role) => role.Allow(new Statement("SayWhatFailed", ["logs:PutLogEvents"], [_stream.Arn]));
}
