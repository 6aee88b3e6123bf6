using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Tests.Stacks;

/// <summary>
/// Who may do what in the streaming ETL, with a copy of the lake and with Flink: each role what it is for, and nothing else, here and at neighbours.
/// One key serves all, and each role with it only what is its own.
/// </summary>
public sealed class StreamingEtlAccessTests
{
    private const string Account = SampleAttributes.Account;
    private const string OtherAccount = "999988887777";
    private const string Here = $"us-east-1:{Account}";
    private const string Stream = $"arn:aws:kinesis:{Here}:stream/streaming-etl";
    private const string Domain = $"arn:aws:es:{Here}:domain/streaming-etl";
    private const string Functions = $"arn:aws:lambda:{Here}:function:streaming-etl";
    private const string Deliveries = $"arn:aws:firehose:{Here}:deliverystream/streaming-etl";
    private const string Catalog = $"arn:aws:glue:{Here}";
    private const string Interface = $"arn:aws:ec2:{Here}:network-interface/eni-0123";
    private const string Copies = "arn:aws:s3:::lake-backup";
    private const string CopiesKey = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly string Synthesized = EverythingOfAPipeline.Synthesize(EverythingOfAPipeline.Props with { SearchAdministrators = [] });
    private static readonly Grants Access = Grants.Of(Synthesized);
    private static readonly JsonNode Declared = JsonNode.Parse(Synthesized)!["resource"]!;

    private static readonly string Key = Arn("aws_kms_key", "key");
    private static readonly string Lake = Arn("aws_s3_bucket", "lake");
    private static readonly string Failures = Arn("aws_s3_bucket", "failures");
    private static readonly string Staging = Arn("aws_s3_bucket", "staging");
    private static readonly string Code = Arn("aws_s3_bucket", "code");
    private static readonly string AccessLogs = Arn("aws_s3_bucket", "access-logs");
    private static readonly string Aggregator = Arn("aws_kinesis_stream_consumer", "stream_consumer-aggregate");
    private static readonly string FlinkConsumer = Arn("aws_kinesis_stream_consumer", "stream_consumer-flink");
    private static readonly string Workflow = Arn("aws_sfn_state_machine", "stream_scaling");
    private static readonly string Network = Arn("aws_vpc", "network");
    private static readonly string Secret = Access.Expressions.Resolve($"${{aws_redshiftserverless_namespace.{Id("aws_redshiftserverless_namespace", "warehouse")}.admin_password_secret_arn}}");

    private static readonly string Jar = All("aws_s3_object", "flink").Single();
    private static readonly string FlinkLog = Arn("aws_cloudwatch_log_stream", "flink_log-stream");
    private static readonly string AnyLog = Log("any");

    private static readonly string[] Clients = [Arn("aws_security_group", "network_clients"), .. All("aws_subnet", "network_private")];
    private static readonly string[] Poll = ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"];
    private static readonly string[] Subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
    private static readonly string[] Traces = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"];
    private static readonly string[] FindBucket = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"];
    private static readonly string[] Deliver = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"];
    private static readonly string[] Transform = ["lambda:GetFunctionConfiguration", "lambda:InvokeFunction"];
    private static readonly string[] Decrypt = ["kms:Decrypt"];
    private static readonly string[] Encrypt = ["kms:GenerateDataKey"];
    private static readonly string[] Both = [.. Decrypt, .. Encrypt];

    /// <summary>What each role must be able to do, and on what; but with keys.</summary>
    private static readonly Dictionary<string, (string Resource, string[] Actions)[]> Presets = new()
    {
        ["transform"] = [(Log("/aws/lambda/streaming-etl-transform:log-stream:2026"), ["logs:CreateLogStream", "logs:PutLogEvents"]), ("*", Traces)],
        ["aggregate"] =
        [
            (Stream, [.. Poll, "kinesis:DescribeStreamSummary"]), (Aggregator, Subscribe), ($"{Deliveries}-to-search", ["firehose:PutRecord", "firehose:PutRecordBatch"]),
            (Failures, ["s3:ListBucket"]), ($"{Failures}/aws/lambda/x", ["s3:PutObject"]),
            (Log("/aws/lambda/streaming-etl-aggregate:log-stream:2026"), ["logs:CreateLogStream", "logs:PutLogEvents"]), ("*", Traces),
        ],
        ["to-lake"] =
        [
            (Stream, Poll), ($"{Functions}-transform:$LATEST", Transform), (Lake, FindBucket), ($"{Lake}/x", Deliver),
            (Log("/aws/kinesisfirehose/streaming-etl-to-lake:log-stream:delivery"), ["logs:PutLogEvents"]),
            .. new[] { "catalog", "database/streaming_etl", "table/streaming_etl/events" }.Select(part =>
                ($"{Catalog}:{part}", new[] { "glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions" })),
        ],
        ["lake"] =
        [
            (Lake, ["s3:GetReplicationConfiguration", "s3:ListBucket"]),
            ($"{Lake}/x", ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"]),
            ($"{Copies}/x", ["s3:ReplicateObject", "s3:ReplicateTags"]),
        ],
        ["search"] =
        [
            (Domain, ["es:DescribeDomain", "es:DescribeDomainConfig", "es:DescribeDomains"]),
            .. new[] { "_bulk", "_cluster/stats", "aggregates-2026/_mapping/x", "orders/_search" }.Select(path => ($"{Domain}/{path}", new[] { "es:ESHttpPost", "es:ESHttpPut" })),
            .. new[] { "_cluster/stats", "aggregates-2026/_mapping/x" }.Select(path => ($"{Domain}/{path}", new[] { "es:ESHttpGet" })),
            ("*", ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"]), (Network, ["ec2:DescribeVpcAttribute"]),
            .. Clients.Select(part => (part, new[] { "ec2:CreateNetworkInterface" })),
            (Interface, ["ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"]),
            (Failures, FindBucket), ($"{Failures}/x", Deliver), ($"{Failures}/aws/lambda/x", Deliver),
            (Log("/aws/kinesisfirehose/streaming-etl-to-search:log-stream:delivery"), ["logs:PutLogEvents"]),
        ],
        ["to-warehouse"] =
        [
            (Stream, Poll), ($"{Functions}-transform:$LATEST", Transform), (Staging, FindBucket), ($"{Staging}/x", Deliver), (Secret, ["secretsmanager:GetSecretValue"]),
            (Log("/aws/kinesisfirehose/streaming-etl-to-warehouse:log-stream:delivery"), ["logs:PutLogEvents"]),
        ],
        ["flink"] =
        [
            (Stream, [.. Poll, "kinesis:DescribeStreamSummary"]), (FlinkConsumer, Subscribe), ($"{Deliveries}-to-search", ["firehose:PutRecord", "firehose:PutRecordBatch"]),
            (Jar, ["s3:GetObject", "s3:GetObjectVersion"]), (FlinkLog, ["logs:DescribeLogStreams", "logs:PutLogEvents"]),
        ],
        ["stream_scaling_worker"] =
        [
            (Stream, ["kinesis:DescribeStreamSummary", "kinesis:UpdateShardCount"]), ("*", ["cloudwatch:GetMetricData", "cloudwatch:PutMetricData"]),
            ("*", ["logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery"]),
            ("*", [.. Traces, "xray:GetSamplingRules", "xray:GetSamplingTargets"]),
        ],
        ["stream_scaling_starter"] = [(Workflow, ["states:StartExecution"])],
    };

    /// <summary>What the key protects, and how a service says for what it asks.</summary>
    private static readonly Dictionary<string, Context> Uses = new()
    {
        ["stream"] = Through("kinesis", "aws:kinesis:arn", Stream),
        ["lake"] = Through("s3", "aws:s3:arn", Lake),
        ["failures"] = Through("s3", "aws:s3:arn", Failures),
        ["staging"] = Through("s3", "aws:s3:arn", Staging),
        ["code"] = Through("s3", "aws:s3:arn", Code),
        ["secret"] = Through("secretsmanager", "SecretARN", Secret),
        ["environment of aggregate"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{Functions}-aggregate" },
        ["environment of transform"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{Functions}-transform" },
        ["nothing"] = [],
        ["another stream"] = Through("kinesis", "aws:kinesis:arn", $"{Stream}2"),
        ["another bucket"] = Through("s3", "aws:s3:arn", $"{Lake}2"),
        ["another secret"] = Through("secretsmanager", "SecretARN", $"{Secret}2"),
        ["another environment"] = new() { ["kms:EncryptionContext:aws:lambda:FunctionArn"] = $"{Functions}-aggregate2" },
        ["Kinesis of another region"] = Through("kinesis", "aws:kinesis:arn", Stream, "eu-west-1"),
        ["a bucket in the name of the stream"] = Through("s3", "aws:kinesis:arn", Stream),
        ["a stream that is not named"] = new() { ["kms:ViaService"] = "kinesis.us-east-1.amazonaws.com" },
        ["a bucket that is not named"] = new() { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com" },
    };

    /// <summary>What each role does with the key, and for what.</summary>
    private static readonly Dictionary<string, (string Use, string[] Actions)[]> Keyholders = new()
    {
        ["transform"] = [],
        ["aggregate"] = [("stream", Decrypt), ("failures", Encrypt), ("environment of aggregate", Decrypt)],
        ["to-lake"] = [("stream", Decrypt), ("lake", Both)],
        ["lake"] = [("lake", Decrypt)],
        ["search"] = [("failures", Both)],
        ["to-warehouse"] = [("stream", Decrypt), ("staging", Both), ("secret", Decrypt)],
        ["flink"] = [("stream", Decrypt), ("code", Decrypt)],
        ["stream_scaling_worker"] = [],
        ["stream_scaling_starter"] = [],
    };

    private static readonly string[] Services =
    [
        "kinesis", "s3", "firehose", "glue", "logs", "lambda", "es", "secretsmanager", "redshift-serverless", "redshift-data", "ec2", "sts", "iam", "cloudwatch", "xray", "states",
    ];

    private static readonly string[] Resources = [.. Presets.Values.SelectMany(grants => grants).Select(grant => grant.Resource)
        .Concat([AccessLogs, $"{AccessLogs}/lake/x", Code, $"{Code}/x", Copies, $"{Functions}-aggregate", $"{Functions}-transform", $"{Deliveries}-to-lake", $"{Deliveries}-to-warehouse", $"{Functions}-transform2:$LATEST"])
        .Concat([AnyLog, Log("/aws/kinesisfirehose/streaming-etl-to-lake:log-stream:another")])
        .Concat([Arn("aws_redshiftserverless_workgroup", "warehouse"), Arn("aws_redshiftserverless_namespace", "warehouse")])
        .Concat([.. All("aws_subnet", "network"), .. All("aws_security_group", "network")])
        .Concat(Access.Roles.Select(role => Access.ArnOf($"aws_iam_role.{role}")))
        .Distinct().SelectMany(arn => arn == "*" ? [arn] : new[] { arn, Neighbour(arn) }).Distinct()];

    public static TheoryData<string> Roles => new(Presets.Keys);

    [Fact]
    public void Every_role_of_the_stack_is_judged() =>
        Access.Roles.Should().BeEquivalentTo(Presets.Keys.Select(Role)).And.HaveCount(Keyholders.Count);

    [Theory, MemberData(nameof(Roles))]
    public void A_role_may_do_what_it_is_for_and_nothing_else(string role) => Access.May(Role(role), Services, Resources, AtWork).Should().BeEquivalentTo(Must(role));

    [Theory, MemberData(nameof(Roles))]
    public void The_key_opens_to_a_role_only_what_is_its_own(string role)
    {
        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in Uses
                  where Access.Decide(Role(role), action, Key, use.Value) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().BeEquivalentTo(Keyholders[role].SelectMany(use => use.Actions.Select(action => $"{action} for {use.Use}")));
    }

    [Fact]
    public void A_copy_of_the_lake_is_encrypted_by_its_own_key_in_its_own_region()
    {
        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in new Dictionary<string, Context>
                  {
                      ["the copies"] = Through("s3", "aws:s3:arn", Copies, "eu-west-1"),
                      ["another bucket"] = Through("s3", "aws:s3:arn", $"{Copies}2", "eu-west-1"),
                      ["a bucket here"] = Through("s3", "aws:s3:arn", Copies),
                  }
                  where Access.Decide(Role("lake"), action, CopiesKey, use.Value) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().BeEquivalentTo("kms:Encrypt for the copies", "kms:GenerateDataKey for the copies");
    }

    [Theory]
    [InlineData("stream_producer-policy", "kms:GenerateDataKey for stream")]
    [InlineData("stream_consumer-policy", "kms:Decrypt for stream")]
    public void Who_is_given_a_policy_of_the_stream_has_the_key_for_the_stream_only(string policy, string only)
    {
        var policies = new[] { Access.ManagedPolicy(Access.ManagedPolicies.Single(id => id.StartsWith(policy, StringComparison.Ordinal))) };
        var may = from action in ActionTable.Current.ActionsOf("kms")
                  from use in Uses
                  where Evaluator.Decide(new() { Action = action, Resource = Key, Principal = $"arn:aws:iam::{Account}:role/app", Context = use.Value }, policies, Access.ResourcePoliciesOf(Key), true) == Decision.Allowed
                  select $"{action} for {use.Key}";

        may.Should().Equal(only);
    }

    [Theory]
    [InlineData("ec2:DeleteNetworkInterface")]
    [InlineData("ec2:CreateNetworkInterfacePermission")]
    public void Interfaces_of_other_networks_are_left_alone(string action)
    {
        Access.Decide(Role("search"), action, Interface, new() { ["ec2:Vpc"] = Network }).Should().Be(Decision.Allowed);
        Access.Decide(Role("search"), action, Interface, new() { ["ec2:Vpc"] = $"{Network}2" }).Should().Be(Decision.ImplicitlyDenied);
        Access.Decide(Role("search"), action, Interface).Should().Be(Decision.ImplicitlyDenied);
    }

    [Fact]
    public void Administrators_of_the_search_domain_add_to_its_role_what_it_has_there_and_nothing_else()
    {
        var administered = Grants.Of(EverythingOfAPipeline.Synthesize());
        var role = administered.Roles.Single(role => role.StartsWith("search_", StringComparison.Ordinal));

        administered.PoliciesOf(role).SelectMany(policy => policy.Statements).Select(statement => statement.Sid)
            .Except(Access.PoliciesOf(Role("search")).SelectMany(policy => policy.Statements).Select(statement => statement.Sid)).Should().Equal("Administer");
        foreach (var (principal, allowed) in new[] { (EverythingOfAPipeline.Administrator, true), ($"{EverythingOfAPipeline.Administrator}2", false), ($"arn:aws:iam::{OtherAccount}:role/search-admin", false) })
            (administered.DecideAssume(role, principal, [], Everything) == Decision.Allowed).Should().Be(allowed, principal);
    }

    public static TheoryData<string, string, string?> Callers => new()
    {
        { "transform", "lambda.amazonaws.com", null },
        { "aggregate", "lambda.amazonaws.com", null },
        { "to-lake", "firehose.amazonaws.com", $"{Deliveries}-to-lake" },
        { "search", "firehose.amazonaws.com", $"{Deliveries}-to-search" },
        { "to-warehouse", "firehose.amazonaws.com", $"{Deliveries}-to-warehouse" },
        { "lake", "s3.amazonaws.com", Lake },
        { "flink", "kinesisanalytics.amazonaws.com", $"arn:aws:kinesisanalytics:{Here}:application/streaming-etl-flink" },
        { "stream_scaling_worker", "states.amazonaws.com", $"arn:aws:states:{Here}:stateMachine:streaming-etl-scaling" },
        { "stream_scaling_starter", "scheduler.amazonaws.com", $"arn:aws:scheduler:{Here}:schedule-group/default" },
    };

    [Fact]
    public void Every_role_has_a_caller() => Callers.Select(caller => (string)caller[0]).Should().BeEquivalentTo(Presets.Keys);

    /// <param name="role">The role.</param>
    /// <param name="service">Who takes it.</param>
    /// <param name="source">For what; null for Lambda, which does not promise to say.</param>
    [Theory, MemberData(nameof(Callers))]
    public void A_service_takes_its_role_for_this_account_and_its_one_resource(string role, string service, string? source)
    {
        Takes(service, source ?? Stream, Account).Should().BeTrue();
        foreach (var other in Callers.Select(caller => (string)caller[1]).Where(other => other != service).Distinct())
            Takes(other, source ?? Stream, Account).Should().BeFalse(other);
        Takes(service, $"{source}2", Account).Should().Be(source is null);
        Takes(service, source ?? Stream, OtherAccount).Should().Be(source is null);
        Access.DecideAssume(Role(role), $"arn:aws:iam::{Account}:role/admin", [], Everything).Should().Be(Decision.ImplicitlyDenied);

        bool Takes(string caller, string from, string account) =>
            Access.DecideAssume(Role(role), caller, new() { ["aws:SourceArn"] = from, ["aws:SourceAccount"] = account }) == Decision.Allowed;
    }

    public static TheoryData<string> Endpoints => new(Declared["aws_vpc_endpoint"]!.AsObject().Select(endpoint => endpoint.Key));

    [Theory, MemberData(nameof(Endpoints))]
    public void An_endpoint_lets_nobody_of_another_account_through_and_lets_nobody_do_all(string endpoint)
    {
        var policy = Document(Regex.Match((string)Declared["aws_vpc_endpoint"]![endpoint]!["policy"]!, @"document\.(.+)_[0-9A-F]{8}\.json").Groups[1].Value);
        var actions = policy.Statements.SelectMany(statement => statement.Actions).ToArray();
        var own = Passing($"arn:aws:iam::{Account}:role/app");

        own.Should().BeEquivalentTo(actions).And.NotBeEmpty();
        Passing($"arn:aws:iam::{OtherAccount}:role/app").Should().BeEmpty();

        string[] Passing(string principal) =>
        [
            .. from service in actions.Select(action => action.Split(':')[0]).Distinct()
            from action in ActionTable.Current.ActionsOf(service)
            where Within.Any(resource => Evaluator.Decide(
                new() { Action = action, Resource = resource, ResourceAccount = Account, Principal = principal }, [Everything], [policy], resourcePolicyIsAuthoritative: true) == Decision.Allowed)
            select action,
        ];
    }

    [Theory]
    [InlineData("s3:PutObject")]
    [InlineData("s3:GetObject")]
    public void Nothing_goes_through_the_endpoint_into_buckets_of_others(string action)
    {
        foreach (var (owner, expected) in new[] { (Account, Decision.Allowed), (OtherAccount, Decision.ImplicitlyDenied) })
            Evaluator.Decide(new() { Action = action, Resource = $"{Lake}/x", ResourceAccount = owner, Principal = $"arn:aws:iam::{Account}:role/app" }, [Everything], [Document("network_s3-access")], true)
                .Should().Be(expected);
    }

    [Fact]
    public void Logs_has_the_key_for_each_log_of_the_stack_and_no_other()
    {
        var groups = All("aws_cloudwatch_log_group", "").Where(arn => !arn.EndsWith("-scaling", StringComparison.Ordinal)).ToArray();

        groups.Should().HaveCountGreaterThan(10);
        foreach (var arn in groups)
            foreach (var action in new[] { "kms:Decrypt", "kms:GenerateDataKey" })
            {
                OfLogs(action, arn).Should().Be(Decision.Allowed, arn);
                OfLogs(action, $"{arn}2").Should().Be(Decision.ImplicitlyDenied, arn);
            }

        static Decision OfLogs(string action, string group) => Evaluator.Decide(
            new() { Action = action, Resource = Key, Principal = "logs.us-east-1.amazonaws.com", Context = new() { ["kms:EncryptionContext:aws:logs:arn"] = group } }, [], Access.ResourcePoliciesOf(Key), true);
    }

    [Fact]
    public void Every_action_exists_and_takes_its_resource() => Access.Roles.SelectMany(Access.PoliciesOf).SelectMany(ActionTable.Current.Complaints).Should().BeEmpty();

    /// <summary>What endpoints lead to.</summary>
    private static string[] Within =>
    [
        "*", Lake, $"{Lake}/x", Stream, Aggregator, $"{Deliveries}-to-search", $"arn:aws:dynamodb:{Here}:table/x", $"arn:aws:dynamodb:{Here}:table/x/index/y",
        Secret, Log("x"), Log("x:log-stream:y"), Key, $"arn:aws:sqs:{Here}:x", $"arn:aws:iam::{Account}:role/x", $"arn:aws:cloudwatch:{Here}:alarm:x",
    ];

    private static PolicyDocument Everything => PolicyDocument.Parse("""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }
        """);

    private static Context AtWork => new() { ["cloudwatch:namespace"] = "Nautilus/Scaling", ["ec2:Vpc"] = Network };

    // Flink finds its log group among all.
    private static IEnumerable<string> Must(string role) =>
    [
        .. Presets[role].SelectMany(grant => grant.Actions.Select(action => $"{action} on {grant.Resource}")),
        .. role == "flink" ? Resources.Where(IsLog).Select(log => $"logs:DescribeLogGroups on {log}") : [],
    ];

    private static Context Through(string service, string name, string value, string region = "us-east-1") =>
        new() { ["kms:ViaService"] = $"{service}.{region}.amazonaws.com", [$"kms:EncryptionContext:{name}"] = value };

    // What has a name that begins with ours: another bucket, domain, or log group, when the ARN is of something in it. Any interface of the network will do.
    private static string Neighbour(string arn) => arn == Interface ? arn
        : arn.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) || arn.StartsWith(Domain, StringComparison.Ordinal) ? Regex.Replace(arn, "^(arn:aws:s3:::[^/]+|.*domain/[^/]+)", "${1}2")
        : arn.Contains(":log-stream:", StringComparison.Ordinal) ? arn.Replace(":log-stream:", "2:log-stream:", StringComparison.Ordinal)
        : $"{arn}2";

    private static bool IsLog(string arn) => arn.StartsWith("arn:aws:logs:", StringComparison.Ordinal);

    private static string Log(string group) => $"arn:aws:logs:{Here}:log-group:{group}";

    private static string Role(string begins) => Access.Roles.Single(role => role.StartsWith($"{begins}_", StringComparison.Ordinal));

    private static string Id(string type, string begins) => Declared[type]!.AsObject().Select(resource => resource.Key)
        .Single(id => id == begins || id.StartsWith($"{begins}_", StringComparison.Ordinal));

    private static string Arn(string type, string begins) => Access.ArnOf($"{type}.{Id(type, begins)}");

    private static string[] All(string type, string begins) =>
        [.. Declared[type]!.AsObject().Select(resource => resource.Key).Where(id => id.StartsWith(begins, StringComparison.Ordinal)).Select(id => Access.ArnOf($"{type}.{id}"))];

    private static PolicyDocument Document(string begins) => Access.Document(JsonNode.Parse(Synthesized)!["data"]!["aws_iam_policy_document"]!.AsObject()
        .Select(document => document.Key).Single(id => Regex.IsMatch(id, $"^{begins}_[0-9A-F]{{8}}$")));
}
