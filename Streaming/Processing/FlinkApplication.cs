using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchLogStream;
using HashiCorp.Cdktf.Providers.Aws.Kinesisanalyticsv2Application;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Processing;

/// <summary>An application of Managed Service for Apache Flink that reads a stream. It keeps its state in snapshots.</summary>
public sealed class FlinkApplication : Stage
{
    private readonly FlinkApplicationProps _props;
    private readonly ServiceRole _role;
    private readonly Kinesisanalyticsv2Application _application;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the address in Terraform's state.</param>
    /// <param name="props">The application.</param>
    public FlinkApplication(Construct scope, string id, FlinkApplicationProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        var code = props.Code.For(this, props.Name);
        var group = EncryptedLog.Of(this, "log", $"/aws/kinesis-analytics/{props.Name}", props.Key);
        var log = new CloudwatchLogStream(this, "log-stream", new CloudwatchLogStreamConfig
        {
            Name = "application",
            LogGroupName = group.Name,
        });
        _role = new ServiceRole(this, "role", Caller.Flink(props.Name), Location, $"run the application {props.Name}");
        _role.Allow(FlinkAccess.ToRun(code, Location, group.Arn, log.Arn, props.Network));
        props.Source.GrantToFlink(_role);
        // No description: a change of the description would replace the application and lose its state.
        _application = new Kinesisanalyticsv2Application(this, "Default", new Kinesisanalyticsv2ApplicationConfig
        {
            Name = props.Name,
            RuntimeEnvironment = "FLINK-1_20",
            ApplicationMode = "STREAMING",
            ServiceExecutionRole = _role.Arn,
            ApplicationConfiguration = FlinkConfiguration.Of(props, code),
            CloudwatchLoggingOptions = new Kinesisanalyticsv2ApplicationCloudwatchLoggingOptions { LogStreamArn = log.Arn },
            StartApplication = props.Start ? true : null,
            ForceStop = props.ForceStop ? true : null,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
            DependsOn = _role.Permissions,
        });
    }

    /// <summary>The application's ARN.</summary>
    public string Arn => _application.Arn;

    /// <summary>The role of the application. Grant it access to the destinations of the results.</summary>
    public Role Role => _role;

    /// <inheritdoc/>
    public override Location Location => _props.Source.Stream.Location;

    internal override string Heading => $"## {_props.Name}\n{_props.Source.Text} → Flink";

    internal override IEnumerable<Widget[]> Rows => [FlinkRow.Of(_props.Name, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => FlinkAlarms.Of(_props);

    /// <summary>States that this application had another address before.</summary>
    public void MovedFrom(string address) => _application.MoveFromId(address);
}
