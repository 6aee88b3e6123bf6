using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.SnsTopic;
using HashiCorp.Cdktf.Providers.Aws.SnsTopicPolicy;
using HashiCorp.Cdktf.Providers.Aws.SnsTopicSubscription;
using Nautilus.Access;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Alarms;

/// <summary>Where alarms are told: an SNS topic under a key that CloudWatch may use, which it may not of the AWS key.</summary>
public sealed partial class AlarmTopic : Construct
{
    private const string IdInStack = "alarms";

    public AlarmTopic(Construct scope, string id, AlarmTopicProps? props = null)
        : base(scope, (props ??= new()).Checked(id))
    {
        var stack = TerraformStack.Of(this).Node.Id;
        var key = new CustomerKey(this, "key", new()
        {
            Description = $"Encrypts the alarms of {stack}",
            DeletionWindow = TimeSpan.FromDays(7),
        });
        var ofThisAccount = Condition.OnBehalfOf(key.Here, key.Here.Arn("cloudwatch", "alarm:*"));
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
            Policy = new PolicyDocument(this, "access",
                new Statement("AlarmsArePublished", ["sns:Publish"], [Arn]) { Principal = CloudWatch, Conditions = ofThisAccount },
                Statement.OverTlsOnly(["sns:Publish"], Arn)).Json,
        });
        Subscribe("email", props.Emails);
        Subscribe("https", props.HttpsEndpoints);
    }

    private AlarmTopic(Construct scope, string id, string arn)
        : base(scope, id) => Arn = arn;

    public string Arn { get; }

    private static Principal CloudWatch { get; } = new("Service", "cloudwatch.amazonaws.com");

    /// <summary>
    /// A topic that is there already. Its policy, and that of its key, must let CloudWatch in; under <c>alias/aws/sns</c> no alarm gets through.
    /// </summary>
    public static AlarmTopic FromArn(Construct scope, string id, string arn)
    {
        Rules.Check($"alarm topic '{id}'", (Rules.IsToken(arn) || TopicArn().IsMatch(arn),
            $"arn must be an SNS topic's, such as arn:aws:sns:us-east-1:111122223333:on-call, got '{arn}'"));
        return new AlarmTopic(scope, id, arn);
    }

    /// <summary>The topic of a stack: the one that it calls "alarms", made when the first alarm asks for it.</summary>
    internal static AlarmTopic Of(Construct scope)
    {
        var stack = TerraformStack.Of(scope);
        var present = stack.Node.TryFindChild(IdInStack);
        Rules.Check($"stack '{stack.Node.Id}'", (present is null or AlarmTopic,
            $"alarms that are given no topic go to the stack's own, '{IdInStack}', but something else has that id; give them a Topic"));
        return present as AlarmTopic ?? new AlarmTopic(stack, IdInStack);
    }

    private void Subscribe(string protocol, IReadOnlyList<string> endpoints)
    {
        foreach (var (number, endpoint) in endpoints.Index())
            new SnsTopicSubscription(this, $"{protocol}-{(Rules.IsToken(endpoint) ? number : endpoint)}", new SnsTopicSubscriptionConfig
            {
                TopicArn = Arn,
                Protocol = protocol,
                Endpoint = endpoint,
            });
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex TopicArn();
}
