using Constructs;
using HashiCorp.Cdktf.Providers.Aws.LambdaEventSourceMapping;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>
/// A function that Lambda feeds with the records of a stream. No record blocks its shard forever: Lambda stores records that fail after all
/// retries in a bucket.
/// </summary>
public sealed class StreamFunction : Stage
{
    private const string PrefixOfLambda = "aws/lambda/";

    private readonly StreamFunctionProps _props;
    private readonly NativeFunction _function;
    private readonly LambdaEventSourceMapping _mapping;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the address in Terraform's state.</param>
    /// <param name="props">The function.</param>
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
            FilterCriteria = props.Filters.Count > 0 ? Criteria(props.Filters) : null,
            MetricsConfig = new LambdaEventSourceMappingMetricsConfig { Metrics = ["EventCount"] },
            DependsOn = Role.Permissions,
        });
        AtSynth.Check(this, $"function '{props.Name}'", () => props.StreamRules);
    }

    /// <summary>The function's ARN.</summary>
    public string Arn => _function.Arn;

    /// <summary>The role of the function. Grant it access to what the program uses.</summary>
    public Role Role => _function.Role;

    /// <inheritdoc/>
    public override Location Location => _props.Source.Stream.Location;

    internal override string Heading => $"## {_props.Name}\n{_props.Source.Text} → function";

    internal override IEnumerable<Widget[]> Rows => [FunctionRows.Of(_props, _mapping.Uuid, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => StreamFunctionAlarms.Of(_props, _mapping.Uuid);

    private static LambdaEventSourceMappingFilterCriteria Criteria(IEnumerable<string> patterns) => new()
    {
        Filter = patterns.Select(pattern => new LambdaEventSourceMappingFilterCriteriaFilter { Pattern = pattern }).ToArray(),
    };
}
