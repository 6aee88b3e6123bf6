using Nautilus.Foundations;

namespace Nautilus.Warehousing;

/// <summary>A column of a table in Redshift.</summary>
/// <param name="Name">The name: 1 to 127 of a-z, 0-9 and '_'.</param>
/// <param name="Type">The type in Redshift's SQL, with constraints if needed: <c>VARCHAR(64)</c>, <c>BIGINT NOT NULL</c>.</param>
public sealed record TableColumn(string Name, string Type)
{
    private static readonly Pattern SqlType = Pattern.Of(
        @"[A-Za-z]+[0-9]?( [A-Za-z]+)*(\(([0-9]+(, ?[0-9]+)?|[Mm][Aa][Xx])\))?( [A-Za-z]+)*",
        "a type of Redshift, such as VARCHAR(64)",
        "https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html");

    internal string Sql => $"\"{Name}\" {Type}";

    internal IEnumerable<Rule> Rules =>
    [
        Rule.Matches("the name of a column", Name, AwsNames.RedshiftIdentifier),
        Rule.Matches($"the type of column {Name}", Type, SqlType),
    ];
}
