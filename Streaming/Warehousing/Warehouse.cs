using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.RedshiftdataStatement;
using HashiCorp.Cdktf.Providers.Aws.RedshiftserverlessNamespace;
using HashiCorp.Cdktf.Providers.Aws.RedshiftserverlessWorkgroup;
using Nautilus.Access;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Warehousing;

/// <summary>A Redshift Serverless workgroup that Firehose loads.</summary>
public sealed class Warehouse : Stage
{
    private static readonly string[] Logs = ["connectionlog", "useractivitylog", "userlog"];

    private readonly WarehouseProps _props;
    private readonly RedshiftserverlessNamespace _namespace;
    private readonly RedshiftserverlessWorkgroup _workgroup;
    private readonly List<RedshiftdataStatement> _tables = [];

    public Warehouse(Construct scope, string id, WarehouseProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        var logs = Logs.Select(log => EncryptedLog.Of(this, log, $"/aws/redshift/{props.Name}/{log}", props.Key)).ToArray();
        _namespace = new RedshiftserverlessNamespace(this, "namespace", new RedshiftserverlessNamespaceConfig
        {
            NamespaceName = props.Name,
            DbName = props.DatabaseName,
            AdminUsername = props.AdminName,
            ManageAdminPassword = true,
            AdminPasswordSecretKmsKeyId = props.Key.Arn,
            KmsKeyId = props.Key.Arn,
            LogExports = Logs,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
            DependsOn = [.. logs, .. props.Key.Usable],
        });
        var access = new WarehouseAccess(this, "access", props);
        _workgroup = new RedshiftserverlessWorkgroup(this, "Default", new RedshiftserverlessWorkgroupConfig
        {
            WorkgroupName = props.Name,
            NamespaceName = _namespace.NamespaceName,
            BaseCapacity = props.BaseCapacity,
            MaxCapacity = props.MaxCapacity,
            Port = props.Port,
            EnhancedVpcRouting = true,
            PubliclyAccessible = props.ReachableByFirehose,
            SubnetIds = [.. access.Subnets],
            SecurityGroupIds = [access.SecurityGroup],
            ConfigParameter = WarehouseParameters.All,
            DependsOn = access.Ready,
        });
    }

    /// <summary>Where Firehose connects: <c>jdbc:redshift://…:5440/events</c>.</summary>
    internal string JdbcUrl => $"jdbc:redshift://{_workgroup.Endpoint.Get(0).Address}:{_props.Port}/{_props.DatabaseName}";

    /// <summary>The secret of the user that loads, which Redshift keeps and rotates.</summary>
    public string SecretArn => _namespace.AdminPasswordSecretArn;

    /// <summary>A delivery stream depends on it: the workgroup stands and the tables are there.</summary>
    internal ITerraformDependable[] Ready => [_workgroup, .. _tables];

    internal override Location Here => _props.Key.Here;

    internal override string Heading => $"## {_props.Name}\n{_props.BaseCapacity} to {_props.MaxCapacity} RPUs, database {_props.DatabaseName}";

    internal override IEnumerable<Widget[]> Rows => [WarehouseRow.Of(_props.Name, _props.MaxCapacity, Here.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => WarehouseAlarms.Of(_props.Name, _props.MaxCapacity);

    public string Workgroup => _workgroup.WorkgroupName;

    public string Database => _props.DatabaseName;

    /// <summary>Says that its namespace, which holds the data, stood at another address before.</summary>
    public void MovedFrom(string address) => _namespace.MoveFromId(address);

    /// <summary>Stops a delivery stream that could never load it.</summary>
    internal void CheckReachable(string deliveryStream) => Rules.Check($"delivery stream '{deliveryStream}'", (_props.ReachableByFirehose,
        $"its warehouse must be reachable by Firehose, which loads over the internet: set ReachableByFirehose of warehouse '{_props.Name}', got false"));

    /// <summary>Reading the secret, and what else Firehose needs of the warehouse itself.</summary>
    internal void GrantToFirehose(Role role) => role.Allow(
    [
        new("LogIn", ["secretsmanager:GetSecretValue"], [SecretArn]),
        new("DecryptLogin", ["kms:Decrypt"], [_props.Key.Arn])
        {
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"secretsmanager.{Here.Region}.amazonaws.com"),
                new("StringEquals", "kms:EncryptionContext:SecretARN", SecretArn),
            ],
        },
    ]);

    /// <summary>
    /// Makes the table, if it is not there, with these columns in SQL. Later columns are for <c>ALTER TABLE</c>: Terraform makes
    /// the table once, and again only for another namespace.
    /// </summary>
    internal void AddTable(string name, IReadOnlyList<(string Name, string Type)> columns) =>
        _tables.Add(new RedshiftdataStatement(this, $"table-{name}", new RedshiftdataStatementConfig
        {
            WorkgroupName = _workgroup.WorkgroupName,
            Database = _props.DatabaseName,
            SecretArn = SecretArn,
            Sql = new TableSql(name, columns).CreateIfMissing,
            // Redshift forgets a statement after a day, and then tells nothing of it: all would look changed.
            Lifecycle = new TerraformResourceLifecycle
            {
                IgnoreChanges = "all",
                ReplaceTriggeredBy = new[] { $"{_namespace.TerraformResourceType}.{_namespace.FriendlyUniqueId}.namespace_id" },
            },
        }));
}
