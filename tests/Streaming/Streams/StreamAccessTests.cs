using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Streams;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Streams;

/// <summary>
/// Who may do what with a stream that has everything: each role exactly what its preset says, and nothing else
/// of all that Kinesis, KMS, DynamoDB, IAM and CloudWatch know, here and on what belongs to others.
/// </summary>
public sealed class StreamAccessTests
{
    private const string OtherAccount = "999988887777";
    private const string StreamArn = "arn:aws:kinesis:us-east-1:111122223333:stream/clicks";
    private const string OwnConsumer = $"{StreamArn}/consumer/clicks-counter:1700000000";
    private const string Tables = "arn:aws:dynamodb:us-east-1:111122223333:table/clicks-counter";

    private static readonly string Synthesized = Testing.SynthScope(stack => EverythingOfAStream.In(stack));
    private static readonly Grants Access = Grants.Of(Synthesized);

    private static readonly string Consumer = Access.ArnOf($"aws_kinesis_stream_consumer.{JsonNode.Parse(Synthesized)!["resource"]!["aws_kinesis_stream_consumer"]!.AsObject().Single().Key}");
    private static readonly string Key = Access.ArnOf("aws_kms_key.clicks_key_036FA1D7");

    private static readonly string[] Poll = ["kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];
    private static readonly string[] PollAndDescribe = ["kinesis:DescribeStream", .. Poll];
    private static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
    private static readonly string[] LearnShards = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];
    private static readonly string[] Put = ["kinesis:PutRecord", "kinesis:PutRecords"];
    private static readonly string[] Encrypt = ["kms:GenerateDataKey"];
    private static readonly string[] Decrypt = ["kms:Decrypt"];
    private static readonly string[] Table =
    [
        "dynamodb:CreateTable", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem",
        "dynamodb:PutItem", "dynamodb:Scan", "dynamodb:UpdateItem",
    ];

    private static readonly (string Resource, string[] Actions)[] KclBeside =
    [
        (Key, Decrypt), ("*", ["cloudwatch:PutMetricData"]),
        (Tables, [.. Table, "dynamodb:UpdateTable"]), ($"{Tables}-CoordinatorState", Table), ($"{Tables}-WorkerMetricStats", Table),
        ($"{Tables}/index/LeaseOwner", ["dynamodb:Query"]),
    ];

    /// <summary>What each role must be able to do, and on what.</summary>
    private static readonly Dictionary<string, (string Resource, string[] Actions)[]> Presets = new()
    {
        ["sdk-producer"] = [(StreamArn, Put), (Key, Encrypt)],
        ["kpl-producer"] = [(StreamArn, [.. Put, .. LearnShards]), (Key, Encrypt), ("*", ["cloudwatch:PutMetricData"])],
        ["polling"] = [(StreamArn, Poll), (Key, Decrypt)],
        ["fan-out"] = [(StreamArn, LearnShards), (Consumer, Subscribe), (Key, Decrypt)],
        ["kcl"] = [(StreamArn, PollAndDescribe), .. KclBeside],
        ["fan-out-kcl"] = [(StreamArn, [.. PollAndDescribe, "kinesis:RegisterStreamConsumer"]), (OwnConsumer, Subscribe), .. KclBeside],
        ["function"] = [(StreamArn, PollAndDescribe), (Key, Decrypt)],
        ["fan-out-function"] = [(StreamArn, PollAndDescribe), (Consumer, Subscribe), (Key, Decrypt)],
        ["delivery"] = [(StreamArn, ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]), (Key, Decrypt)],
        ["flink"] = [(StreamArn, PollAndDescribe), (Key, Decrypt)],
        ["databricks"] = [(StreamArn, PollAndDescribe), (Key, Decrypt)],
    };

    private static readonly string[] Universe =
        [.. new[] { "kinesis", "kms", "dynamodb", "iam", "cloudwatch", "sts" }.SelectMany(service => ActionTable.Current.ActionsOf(service))];

    private static readonly string[] Resources =
    [
        "*",
        StreamArn, Consumer, OwnConsumer, Key, Tables, $"{Tables}-CoordinatorState", $"{Tables}-WorkerMetricStats", $"{Tables}/index/LeaseOwner",
        "arn:aws:kinesis:us-east-1:111122223333:stream/clicks2",
        "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
        $"arn:aws:kinesis:us-east-1:{OtherAccount}:stream/clicks",
        $"{StreamArn}/consumer/another:1700000000",
        "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000",
        $"arn:aws:kms:us-east-1:{OtherAccount}:key/{Key.Split('/')[1]}",
        "arn:aws:dynamodb:us-east-1:111122223333:table/orders",
        "arn:aws:iam::111122223333:role/admin",
    ];

    /// <summary>Every action on every resource; what knows no resource is asked for on none.</summary>
    private static readonly (string Action, string Resource)[] Questions =
    [
        .. from action in Universe
           from resource in Resources
           where resource == "*" || action != "cloudwatch:PutMetricData"
           select (action, resource),
    ];

    public static TheoryData<string> Roles => new(Presets.Keys);

    [Fact]
    public void Every_role_of_the_stream_has_a_preset() => Access.Roles.Should().BeEquivalentTo(Presets.Keys);

    [Fact]
    public void What_is_asked_for_is_all_that_the_services_know() => Universe.Should().HaveCountGreaterThan(300);

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_may_do_what_its_preset_says_and_nothing_else(string role)
    {
        var must = Presets[role].SelectMany(grant => grant.Actions.Select(action => $"{action} on {grant.Resource}"));

        var may = Questions.Where(ask => Decide(role, ask.Action, ask.Resource, AtWork(role)) == Decision.Allowed).Select(ask => $"{ask.Action} on {ask.Resource}");

        may.Should().BeEquivalentTo(must);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void The_key_serves_a_role_only_through_Kinesis_and_for_this_stream(string role)
    {
        var action = Presets[role].Single(grant => grant.Resource == Key).Actions.Single();

        Decide(role, action, Key, ThroughKinesis).Should().Be(Decision.Allowed);
        foreach (var elsewhere in new Context[]
        {
            [],
            new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com" },
            new() { ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "kinesis.eu-west-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn },
            new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com", ["kms:EncryptionContext:aws:kinesis:arn"] = $"{StreamArn}2" },
        })
            Decide(role, action, Key, elsewhere).Should().Be(Decision.ImplicitlyDenied);
    }

    [Theory]
    [InlineData("kpl-producer", "KinesisProducerLibrary")]
    [InlineData("kcl", "clicks-counter")]
    public void Metrics_are_sent_under_their_own_namespace_only(string role, string metricsNamespace)
    {
        Decide(role, "cloudwatch:PutMetricData", "*", new() { ["cloudwatch:namespace"] = metricsNamespace }).Should().Be(Decision.Allowed);
        Decide(role, "cloudwatch:PutMetricData", "*", new() { ["cloudwatch:namespace"] = "AWS/Kinesis" }).Should().Be(Decision.ImplicitlyDenied);
        Decide(role, "cloudwatch:PutMetricData", "*", []).Should().Be(Decision.ImplicitlyDenied);
    }

    [Fact]
    public void The_policies_to_attach_anywhere_are_those_of_a_producer_and_a_consumer()
    {
        foreach (var (policy, role) in new[] { ("clicks_producer-policy", "sdk-producer"), ("clicks_consumer-policy", "polling") })
            Access.ManagedPolicy(Access.ManagedPolicies.Single(id => id.StartsWith(policy, StringComparison.Ordinal)))
                .Should().BeEquivalentTo(Access.PoliciesOf(role).Single());
    }

    [Theory]
    [InlineData("sdk-producer", "ecs-tasks.amazonaws.com", "arn:aws:ecs:us-east-1:111122223333:task/x", true)]
    [InlineData("sdk-producer", "ecs-tasks.amazonaws.com", "arn:aws:ecs:us-east-1:999988887777:task/x", false)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks-to-s3", true)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/another", false)]
    [InlineData("delivery", "firehose.amazonaws.com", "arn:aws:firehose:us-east-1:999988887777:deliverystream/clicks-to-s3", false)]
    [InlineData("delivery", "lambda.amazonaws.com", "arn:aws:firehose:us-east-1:111122223333:deliverystream/clicks-to-s3", false)]
    [InlineData("flink", "kinesisanalytics.amazonaws.com", "arn:aws:kinesisanalytics:us-east-1:111122223333:application/clicks-sessions", true)]
    [InlineData("flink", "kinesisanalytics.amazonaws.com", "arn:aws:kinesisanalytics:us-east-1:111122223333:application/another", false)]
    [InlineData("function", "lambda.amazonaws.com", "arn:aws:lambda:us-east-1:111122223333:function:x", true)]
    [InlineData("function", "firehose.amazonaws.com", "arn:aws:lambda:us-east-1:111122223333:function:x", false)]
    public void A_service_takes_a_role_only_for_the_resource_it_is_for(string role, string service, string source, bool allowed)
    {
        var decision = Access.DecideAssume(role, service, new() { ["aws:SourceArn"] = source, ["aws:SourceAccount"] = source.Split(':')[4] });

        (decision == Decision.Allowed).Should().Be(allowed);
    }

    [Theory]
    [InlineData(EverythingOfAStream.Databricks, "0000-1111-2222", true)]
    [InlineData(EverythingOfAStream.Databricks, "another", false)]
    [InlineData(EverythingOfAStream.Databricks, null, false)]
    [InlineData("arn:aws:iam::414351767826:role/another", "0000-1111-2222", false)]
    [InlineData("arn:aws:iam::999988887777:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL", "0000-1111-2222", false)]
    public void Databricks_takes_its_role_as_itself_and_with_the_external_id(string principal, string? externalId, bool allowed)
    {
        var context = externalId is null ? [] : new Context { ["sts:ExternalId"] = externalId };

        (Access.DecideAssume("databricks", principal, context, Everything) == Decision.Allowed).Should().Be(allowed);
    }

    [Fact]
    public void A_partner_may_do_what_is_shared_and_nothing_else()
    {
        var may = from ask in Questions
                  where ask.Resource != "*" && !ask.Resource.Contains(OtherAccount, StringComparison.Ordinal)
                  where DecideOfPartner(ask.Action, ask.Resource, ThroughKinesis) == Decision.Allowed
                  select $"{ask.Action} on {ask.Resource}";

        may.Should().BeEquivalentTo(
        [
            .. Poll.Concat(Put).Select(action => $"{action} on {StreamArn}"),
            .. Subscribe.Select(action => $"{action} on {Consumer}"),
            $"kms:Decrypt on {Key}", $"kms:GenerateDataKey on {Key}",
        ]);
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
                Decide(new() { Action = action, Resource = resource, Principal = $"arn:aws:iam::{OtherAccount}:role/neighbour", Context = ThroughKinesis }, Everything)
                    .Should().NotBe(Decision.Allowed, "{0} on {1}", action, resource);
    }

    [Fact]
    public void A_partner_has_the_key_only_through_Kinesis() =>
        DecideOfPartner("kms:Decrypt", Key, new() { ["aws:SecureTransport"] = "true" }).Should().Be(Decision.ImplicitlyDenied);

    [Fact]
    public void Without_a_customer_key_no_grant_speaks_of_KMS() =>
        Testing.SynthScope(stack => EverythingOfAStream.In(stack, Encryption.AwsKey)).Should().NotContain("\"kms:");

    [Fact]
    public void Every_action_exists_and_takes_its_resource() =>
        Access.Roles.SelectMany(Access.PoliciesOf)
            .Concat(Access.ManagedPolicies.Select(Access.ManagedPolicy))
            .Concat(new[] { StreamArn, Consumer }.SelectMany(Access.ResourcePoliciesOf))
            .SelectMany(ActionTable.Current.Complaints).Should().BeEmpty();

    private static Context ThroughKinesis => AtWork("");

    private static Context AtWork(string role) => new()
    {
        ["aws:SecureTransport"] = "true",
        ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com",
        ["kms:EncryptionContext:aws:kinesis:arn"] = StreamArn,
        ["cloudwatch:namespace"] = role.EndsWith("kcl", StringComparison.Ordinal) ? "clicks-counter" : "KinesisProducerLibrary",
    };

    private static PolicyDocument Everything => PolicyDocument.Parse("""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }
        """);

    private static Decision Decide(string role, string action, string resource, Context context) =>
        Decide(new() { Action = action, Resource = resource, Principal = Access.ArnOf($"aws_iam_role.{role}"), Context = context }, [.. Access.PoliciesOf(role)]);

    private static Decision DecideOfPartner(string action, string resource, Context context) =>
        Decide(new() { Action = action, Resource = resource, Principal = EverythingOfAStream.Partner, Context = context }, Everything);

    private static Decision Decide(Request request, params PolicyDocument[] policies) => Evaluator.Decide(
        request, policies, Access.ResourcePoliciesOf(request.Resource), resourcePolicyIsAuthoritative: request.Resource.Contains(":key/", StringComparison.Ordinal));
}
