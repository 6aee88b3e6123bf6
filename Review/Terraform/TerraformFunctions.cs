using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>
/// Terraform's functions, as https://developer.hashicorp.com/terraform/language/functions describes them. A value is a text or a list.
/// </summary>
/// <param name="error">Makes the error for a call that can't be evaluated.</param>
internal sealed class TerraformFunctions(Func<string, FormatException> error)
{
    public object Call(string function, List<object> arguments) => (function, arguments) switch
    {
        ("element", [var list, var index]) => Element(List(list), Index(index)),
        ("split", [var separator, var whole]) => Text(whole).Split(Text(separator)).ToList<object>(),
        ("join", [var separator, .. var lists]) => string.Join(Text(separator), lists.SelectMany(List).Select(Text)),
        ("format", [var pattern, .. var rest]) => Format(Text(pattern), rest),
        ("replace", [var whole, var part, var by]) => Replace(Text(whole), Text(part), Text(by)),
        _ => throw error($"function '{function}' with {arguments.Count} argument(s) is not known here"),
    };

    public string Text(object value) => value as string ?? throw error("a string is needed, got a list");

    public List<object> List(object value) => value as List<object> ?? throw error($"a list is needed, got '{value}'");

    public int Index(object value) => int.TryParse(Text(value), out var index) ? index : throw error($"an index is needed, got '{value}'");

    private static object Element(List<object> list, int index) => list[index % list.Count];

    private string Format(string pattern, List<object> arguments)
    {
        var next = 0;
        return Regex.Replace(pattern, "%(.)", verb => verb.Value switch
        {
            "%%" => "%",
            "%s" or "%d" or "%v" when next < arguments.Count => Text(arguments[next++]),
            _ => throw error($"'{verb.Value}' in '{pattern}' is not understood"),
        });
    }

    private static string Replace(string whole, string part, string by) => part is ['/', .. var pattern, '/']
        ? Regex.Replace(whole, pattern, by)
        : whole.Replace(part, by, StringComparison.Ordinal);
}
