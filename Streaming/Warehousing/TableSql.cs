using Nautilus.Foundations;

namespace Nautilus.Warehousing;

/// <summary>The SQL of a table that delivery streams load.</summary>
internal static class TableSql
{
    private const int MostColumns = 1600;

    /// <summary>Creates the table if it does not exist. A table that exists is not changed.</summary>
    public static string CreateIfMissing(string table, IReadOnlyList<TableColumn> columns)
    {
        Check.That($"table '{table}'",
        [
            Rule.Matches("name", table, AwsNames.RedshiftIdentifier),
            Rule.Between("the number of columns", columns.Count, 1, MostColumns),
            Rule.Unique("the names of columns", columns.Select(column => column.Name)),
            .. columns.SelectMany(column => column.Rules),
        ]);
        return $"CREATE TABLE IF NOT EXISTS public.\"{table}\" ({string.Join(", ", columns.Select(column => column.Sql))})";
    }
}
