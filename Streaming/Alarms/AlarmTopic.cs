using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.SnsTopic;
using HashiCorp.Cdktf.Providers.Aws.SnsTopicPolicy;
using HashiCorp.Cdktf.Providers.Aws.SnsTopicSubscription;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Alarms;

/// <summary>
/// An SNS topic that alarms are sent to, encrypted with a key that CloudWatch may use. CloudWatch may not use the key that AWS manages
/// for SNS.
/// </summary>
public sealed class AlarmTopic : Construct
{
    private const string IdInStack = "alarms";

    private bool _isDefault;

    /// <param name="scope">Where the topic is used.</param>
    /// <param name="id">The construct's id. The topic <c>alarms</c> of a stack is the default topic of its alarms.</param>
    /// <param name="props">Who is notified.</param>
    public AlarmTopic(Construct scope, string id, AlarmTopicProps? props = null)
        : base(scope, InsteadOfDefault(scope, (props ??= new()).Checked(id)))
    {
        var stack = TerraformStack.Of(this).Node.Id;
        var key = new CustomerKey(this, "key", new()
        {
            Description = $"Encrypts the alarms of {stack}",
            DeletionWindow = TimeSpan.FromDays(7),
        });
        var ofThisAccount = Condition.OnBehalfOf(key.Location, key.Location.Arn("cloudwatch", "alarm:*"));
        key.Allow(new("AlarmsAreEncrypted", ["kms:Decrypt", "kms:GenerateDataKey*"], []) { Conditions = ofThisAccount }, CloudWatch);

        var topic = new SnsTopic(this, "Default", new SnsTopicConfig
        {
            NamePrefix = Names.Prefix(Names.Plain($"{stack}-{id}"), 200),
            KmsMasterKeyId = key.Arn,
        });
        Arn = topic.Arn;
        new SnsTopicPolicy(this, "policy", new SnsTopicPolicyConfig
        {
            Arn = Arn,
            Policy = new PolicyDocument(
                new Statement("AlarmsArePublished", ["sns:Publish"], [Arn]) { Principal = CloudWatch, Conditions = ofThisAccount },
                Statement.OverTlsOnly(["sns:Publish"], Arn)).Json,
        });
        Subscribe("email", props.Emails);
        Subscribe("https", props.HttpsEndpoints);
    }

    private AlarmTopic(Construct scope, string id, string arn)
        : base(scope, id) => Arn = arn;

    /// <summary>The topic's ARN.</summary>
    public string Arn { get; }

    private static Principal CloudWatch { get; } = new("Service", "cloudwatch.amazonaws.com");

    /// <summary>
    /// A topic that exists already. Its policy, and the policy of its key, must let CloudWatch in. With <c>alias/aws/sns</c> no alarm
    /// arrives.
    /// </summary>
    public static AlarmTopic FromArn(Construct scope, string id, string arn)
    {
        Check.That($"alarm topic '{id}'", Rule.Matches("arn", arn, AwsArns.Topic), StackRegion.HasArn("topic", arn, scope));
        return new AlarmTopic(scope, id, arn);
    }

    /// <summary>The default topic of a stack: the topic "alarms", which is created when the first alarm needs it.</summary>
    internal static AlarmTopic Of(Construct scope)
    {
        var stack = TerraformStack.Of(scope);
        var present = stack.Node.TryFindChild(IdInStack);
        Check.That($"stack '{stack.Node.Id}'", Rule.That(present is null or AlarmTopic,
            $"alarms without a topic use the topic '{IdInStack}' of the stack, but another construct has that id; set Topic"));
        return present as AlarmTopic ?? new AlarmTopic(stack, IdInStack) { _isDefault = true };
    }

    // The address stays the same, and so does all that alarms have of the default topic.
    private static string InsteadOfDefault(Construct scope, string id)
    {
        if (id == IdInStack && scope.Node.TryFindChild(id) is AlarmTopic { _isDefault: true })
            scope.Node.TryRemoveChild(id);
        return id;
    }

    private void Subscribe(string protocol, IReadOnlyList<string> endpoints)
    {
        foreach (var (number, endpoint) in endpoints.Index())
            new SnsTopicSubscription(this, $"{protocol}-{(Tokens.IsToken(endpoint) ? number : endpoint)}", new SnsTopicSubscriptionConfig
            {
                TopicArn = Arn,
                Protocol = protocol,
                Endpoint = endpoint,
            });
    }
}
