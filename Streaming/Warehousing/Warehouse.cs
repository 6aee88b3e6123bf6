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

/// <summary>A Redshift Serverless workgroup, with its namespace, for Firehose to load.</summary>
public sealed class Warehouse : Stage
{
    private static readonly string[] Logs = ["connectionlog", "useractivitylog", "userlog"];

    private readonly WarehouseProps _props;
    private readonly RedshiftserverlessNamespace _namespace;
    private readonly RedshiftserverlessWorkgroup _workgroup;
    private readonly List<RedshiftdataStatement> _tables = [];

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the addresses in Terraform's state.</param>
    /// <param name="props">The warehouse.</param>
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

    /// <summary>The name of the workgroup, for clients that query it.</summary>
    public string Workgroup => _workgroup.WorkgroupName;

    /// <summary>The name of the database.</summary>
    public string Database => _props.DatabaseName;

    /// <summary>The ARN of the secret with the login of the admin user. Redshift creates the secret and rotates it.</summary>
    public string SecretArn => _namespace.AdminPasswordSecretArn;

    /// <inheritdoc/>
    public override Location Location => _props.Key.Location;

    /// <summary>The URL that Firehose connects to: <c>jdbc:redshift://…:5440/events</c>.</summary>
    internal string JdbcUrl => $"jdbc:redshift://{_workgroup.Endpoint.Get(0).Address}:{_props.Port}/{_props.DatabaseName}";

    /// <summary>A delivery stream depends on these: the workgroup and the tables that were added before.</summary>
    internal ITerraformDependable[] Ready => [_workgroup, .. _tables];

    /// <summary>A rule for each delivery stream that loads this warehouse.</summary>
    internal Rule ReachableByFirehoseRule => Rule.That(_props.ReachableByFirehose,
        "its warehouse must be reachable by Firehose, which loads over the internet: " +
        $"set ReachableByFirehose of warehouse '{_props.Name}', got false");

    internal override string Heading =>
        $"## {_props.Name}\n{_props.BaseCapacity} to {_props.MaxCapacity} RPUs, database {_props.DatabaseName}";

    internal override IEnumerable<Widget[]> Rows => [WarehouseRow.Of(_props.Name, _props.MaxCapacity, Location.Region)];

    private protected override string Subject => _props.Name;

    private protected override IEnumerable<Alarm> Alarms => WarehouseAlarms.Of(_props.Name, _props.MaxCapacity);

    /// <summary>States that the namespace, which holds the data, had another address before.</summary>
    public void MovedFrom(string address) => _namespace.MoveFromId(address);

    /// <summary>Lets the role of a delivery stream read the login of the admin user.</summary>
    internal void GrantToFirehose(Role role) => role.Allow(
    [
        new("LogIn", ["secretsmanager:GetSecretValue"], [SecretArn]),
        new("DecryptLogin", ["kms:Decrypt"], [_props.Key.Arn])
        {
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"secretsmanager.{Location.Region}.amazonaws.com"),
                new("StringEquals", "kms:EncryptionContext:SecretARN", SecretArn),
            ],
        },
    ]);

    /// <summary>
    /// Creates a table with these columns, if it does not exist. Terraform runs the statement once, and again only for another namespace.
    /// To add columns later, use <c>ALTER TABLE</c>.
    /// </summary>
    internal void AddTable(string name, IReadOnlyList<TableColumn> columns) =>
        _tables.Add(new RedshiftdataStatement(this, $"table-{name}", new RedshiftdataStatementConfig
        {
            WorkgroupName = _workgroup.WorkgroupName,
            Database = _props.DatabaseName,
            SecretArn = SecretArn,
            Sql = TableSql.CreateIfMissing(name, columns),
            // Redshift forgets a statement after a day. Terraform would then see a change in every argument.
            Lifecycle = new TerraformResourceLifecycle
            {
                IgnoreChanges = "all",
                ReplaceTriggeredBy = new[] { $"{_namespace.TerraformResourceType}.{_namespace.FriendlyUniqueId}.namespace_id" },
            },
        }));
}
