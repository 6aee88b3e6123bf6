using System.Text.RegularExpressions;

namespace Nautilus.Delivery;

/// <summary>Names that Glue keeps as they are, and that Athena takes without quotes.</summary>
internal static partial class TableNames
{
    public static (bool Holds, string Rule) Rule(string what, string name) => (Plain().IsMatch(name),
        $"{what} must have a name of 1 to 255 of a-z, 0-9 and '_' that begins with a letter, got '{name}'");

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,254}\z")]
    private static partial Regex Plain();
}
