using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Streaming.Access;
using Nautilus.Streaming.Alarms;
using Nautilus.Streaming.Dashboards;

namespace Nautilus.Streaming.Warehousing;

/// <summary>A Redshift Serverless workgroup that Firehose loads.</summary>
public sealed class Warehouse : Stage
{
    public Warehouse(Construct scope, string id)
        : base(scope, id) => throw new NotImplementedException();

    /// <summary>Where Firehose connects: <c>jdbc:redshift://…:5440/events</c>.</summary>
    internal string JdbcUrl => throw new NotImplementedException();

    /// <summary>The secret of the user that loads, which Redshift keeps and rotates.</summary>
    internal string SecretArn => throw new NotImplementedException();

    /// <summary>A delivery stream depends on it: the workgroup stands and the tables are there.</summary>
    internal ITerraformDependable[] Ready => throw new NotImplementedException();

    /// <summary>Reading the secret, and what else Firehose needs of the warehouse itself.</summary>
    internal void GrantToFirehose(Role role) => throw new NotImplementedException();

    /// <summary>Makes the table, if it is not there, with these columns in SQL.</summary>
    internal void AddTable(string name, IReadOnlyList<(string Name, string Type)> columns) => throw new NotImplementedException();

    internal override ArnParts Here => throw new NotImplementedException();

    internal override string Heading => throw new NotImplementedException();

    internal override IEnumerable<Widget[]> Rows => throw new NotImplementedException();

    private protected override string Subject => throw new NotImplementedException();

    private protected override IEnumerable<Alarm> Alarms => throw new NotImplementedException();
}
