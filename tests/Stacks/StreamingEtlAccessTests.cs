using System.Text.RegularExpressions;
using Nautilus.Review.Access;
using static Tests.Stacks.AccessOfThePipeline;

namespace Tests.Stacks;

/// <summary>Each role of the streaming ETL may do what it is for and nothing else, here and on resources with similar names.</summary>
public sealed class StreamingEtlAccessTests
{
    private static readonly string[] Services =
    [
        "kinesis", "s3", "firehose", "glue", "logs", "lambda", "es", "secretsmanager", "redshift-serverless", "redshift-data", "ec2", "sts",
        "iam", "cloudwatch", "xray", "states",
    ];

    private static readonly string[] Others =
    [
        AccessLogs, $"{AccessLogs}/lake/x", Code, $"{Code}/x", Copies, $"{FunctionArn}-aggregate", $"{FunctionArn}-transform",
        $"{Deliveries}-to-lake", $"{Deliveries}-to-warehouse", $"{FunctionArn}-transform2:$LATEST",
        Log("any"), Log("/aws/kinesisfirehose/streaming-etl-to-lake:log-stream:another"),
        Arn("aws_redshiftserverless_workgroup", "warehouse"), Arn("aws_redshiftserverless_namespace", "warehouse"),
        .. All("aws_subnet", "network"), .. All("aws_security_group", "network"),
        .. Access.Roles.Select(role => Access.ArnOf($"aws_iam_role.{role}")),
    ];

    private static readonly string[] Resources =
    [
        .. PipelinePresets.All.Values.SelectMany(grants => grants).Select(grant => grant.Resource).Concat(Others).Distinct()
            .SelectMany(arn => arn == "*" ? [arn] : new[] { arn, Neighbour(arn) }).Distinct(),
    ];

    public static TheoryData<string> Roles => new(PipelinePresets.All.Keys);

    private static Context AtWork => new()
    {
        ["cloudwatch:namespace"] = "Nautilus/Scaling", ["ec2:Vpc"] = Network, ["aws:RequestedRegion"] = "us-east-1",
    };

    [Fact]
    public void Every_role_of_the_stack_has_a_preset() =>
        Access.Roles.Should().BeEquivalentTo(PipelinePresets.All.Keys.Select(Role));

    [Theory, MemberData(nameof(Roles))]
    public void A_role_may_do_what_it_is_for_and_nothing_else(string role) =>
        Access.May(Role(role), Services, Resources, AtWork).Should().BeEquivalentTo(Must(role));

    [Theory]
    [InlineData("ec2:DeleteNetworkInterface")]
    [InlineData("ec2:CreateNetworkInterfacePermission")]
    public void The_search_domain_may_not_change_interfaces_of_other_networks(string action)
    {
        Access.Decide(Role("search"), action, Interface, new() { ["ec2:Vpc"] = Network }).Should().Be(Decision.Allowed);
        Access.Decide(Role("search"), action, Interface, new() { ["ec2:Vpc"] = $"{Network}2" }).Should().Be(Decision.ImplicitlyDenied);
        Access.Decide(Role("search"), action, Interface).Should().Be(Decision.ImplicitlyDenied);
    }

    [Fact]
    public void Every_action_exists_and_takes_its_resource() =>
        Access.Roles.SelectMany(Access.PoliciesOf).SelectMany(ActionTable.Current.Complaints).Should().BeEmpty();

    // Flink finds its log group among all.
    private static IEnumerable<string> Must(string role) =>
    [
        .. PipelinePresets.All[role].SelectMany(grant => grant.Actions.Select(action => $"{action} on {grant.Resource}")),
        .. role == "flink" ? Resources.Where(IsLog).Select(log => $"logs:DescribeLogGroups on {log}") : [],
    ];

    // A resource whose name begins with the name of ours. For an object, a path or a log stream, it is in another bucket, domain or group.
    // There is no other interface: a role may use any interface of the network.
    private static string Neighbour(string arn)
    {
        if (arn == Interface)
            return arn;
        if (arn.StartsWith("arn:aws:s3:::", StringComparison.Ordinal) || arn.StartsWith(Domain, StringComparison.Ordinal))
            return Regex.Replace(arn, "^(arn:aws:s3:::[^/]+|.*domain/[^/]+)", "${1}2");
        if (arn.Contains("/consumer/", StringComparison.Ordinal))
            return Regex.Replace(arn, "(/consumer/[^:]+)", "${1}2");
        return arn.Contains(":log-stream:", StringComparison.Ordinal)
            ? arn.Replace(":log-stream:", "2:log-stream:", StringComparison.Ordinal)
            : $"{arn}2";
    }

    private static bool IsLog(string arn) => arn.StartsWith("arn:aws:logs:", StringComparison.Ordinal);
}
