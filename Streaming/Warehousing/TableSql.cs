using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Warehousing;

/// <summary>A table that delivery streams load.</summary>
internal sealed partial record TableSql(string Name, IReadOnlyList<(string Name, string Type)> Columns)
{
    /// <summary>Makes the table where there is none, and leaves alone what is there.</summary>
    public string CreateIfMissing
    {
        get
        {
            Rules.Check($"table '{Name}'",
            [
                (Identifier().IsMatch(Name), $"name must be 1 to 127 of a-z, 0-9 and '_', and begin with a letter, got '{Name}'"),
                (Columns.Count is >= 1 and <= 1600, $"it must have 1 to 1600 columns, got {Columns.Count}"),
                (Columns.DistinctBy(column => column.Name).Count() == Columns.Count, $"its columns must have different names, got {string.Join(", ", Columns.Select(column => column.Name))}"),
                .. Columns.SelectMany(Checks),
            ]);
            return $"CREATE TABLE IF NOT EXISTS public.\"{Name}\" ({string.Join(", ", Columns.Select(column => $"\"{column.Name}\" {column.Type}"))})";
        }
    }

    private static IEnumerable<(bool, string)> Checks((string Name, string Type) column) =>
    [
        (Identifier().IsMatch(column.Name), $"a column's name must be 1 to 127 of a-z, 0-9 and '_', and begin with a letter, got '{column.Name}'"),
        (TypeName().IsMatch(column.Type), $"column {column.Name} must have a type, such as VARCHAR(64), got '{column.Type}'"),
    ];

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,126}\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z]+[0-9]?( [A-Za-z]+)*(\(([0-9]+(, ?[0-9]+)?|[Mm][Aa][Xx])\))?( [A-Za-z]+)*\z")]
    private static partial Regex TypeName();
}
