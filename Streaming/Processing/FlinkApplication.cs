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

/// <summary>An application of Managed Service for Apache Flink that reads a stream, and keeps its state.</summary>
public sealed class FlinkApplication : Stage
{
    private readonly FlinkApplicationProps _props;
    private readonly ServiceRole _role;
    private readonly Kinesisanalyticsv2Application _application;

    public FlinkApplication(Construct scope, string id, FlinkApplicationProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        var code = props.Code.For(this, props.Name);
        var group = EncryptedLog.Of(this, "log", $"/aws/kinesis-analytics/{props.Name}", props.Key);
        var log = new CloudwatchLogStream(this, "log-stream", new CloudwatchLogStreamConfig { Name = "application", LogGroupName = group.Name });
        _role = new ServiceRole(this, "role", Caller.Flink(props.Name), Here, $"run the application {props.Name}");
        _role.Allow(FlinkAccess.ToRun(code, Here, group.Arn, log.Arn, props.Network));
        props.Source.GrantToFlink(_role);
        // It has no description: another one would replace the application, and lose its state.
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

    public string Arn => _application.Arn;

    /// <summary>What it works in: allow it here to write where its results go.</summary>
    public Role Role => _role;

    /// <summary>Says that this application stood at another address before.</summary>
    public void MovedFrom(string address) => _application.MoveFromId(address);

    internal override Location Here => _props.Source.Stream.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.Source.Text} → Flink";

    internal override IEnumerable<Widget[]> Rows => [FlinkRow.Of(_props.Name, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => FlinkAlarms.Of(_props);
}
