using Constructs;
using HashiCorp.Cdktf.Providers.Aws.LambdaEventSourceMapping;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>A function that Lambda feeds with the records of a stream. No record blocks its shard for ever: what fails to the end is set aside in a bucket.</summary>
public sealed class StreamFunction : Stage
{
    private const string PrefixOfLambda = "aws/lambda/";

    private readonly StreamFunctionProps _props;
    private readonly NativeFunction _function;
    private readonly LambdaEventSourceMapping _mapping;

    public StreamFunction(Construct scope, string id, StreamFunctionProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _function = new NativeFunction(this, "function", props);
        props.Source.GrantToLambda(Role);
        props.Failures.GrantPut(Role, PrefixOfLambda);
        _mapping = new LambdaEventSourceMapping(this, "Default", new LambdaEventSourceMappingConfig
        {
            FunctionName = Arn,
            EventSourceArn = props.Source.Arn,
            StartingPosition = props.StartFrom.Position,
            StartingPositionTimestamp = props.StartFrom.Timestamp,
            BatchSize = props.BatchSize,
            MaximumBatchingWindowInSeconds = props.BatchingWindow > TimeSpan.Zero ? props.BatchingWindow.TotalSeconds : null,
            ParallelizationFactor = props.Parallelization,
            TumblingWindowInSeconds = props.Window > TimeSpan.Zero ? props.Window.TotalSeconds : null,
            BisectBatchOnFunctionError = true,
            FunctionResponseTypes = ["ReportBatchItemFailures"],
            MaximumRetryAttempts = props.Retries,
            MaximumRecordAgeInSeconds = props.MaxAge.TotalSeconds,
            DestinationConfig = new LambdaEventSourceMappingDestinationConfig
            {
                OnFailure = new LambdaEventSourceMappingDestinationConfigOnFailure { DestinationArn = props.Failures.Arn },
            },
            FilterCriteria = props.Filters.Count > 0
                ? new LambdaEventSourceMappingFilterCriteria { Filter = props.Filters.Select(pattern => new LambdaEventSourceMappingFilterCriteriaFilter { Pattern = pattern }).ToArray() }
                : null,
            MetricsConfig = new LambdaEventSourceMappingMetricsConfig { Metrics = ["EventCount"] },
            DependsOn = Role.Permissions,
        });
        props.Source.Stream.Changed += () => Rules.Check($"function '{props.Name}'", props.RulesOfStream);
    }

    public string Arn => _function.Arn;

    /// <summary>What it works in: allow it here what else its program does.</summary>
    public Role Role => _function.Role;

    internal override Location Here => _props.Source.Stream.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.Source.Text} → function";

    internal override IEnumerable<Widget[]> Rows => [FunctionRows.Of(_props, _mapping.Uuid, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => StreamFunctionAlarms.Of(_props, _mapping.Uuid);
}
