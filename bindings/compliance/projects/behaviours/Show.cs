using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.JSII.Runtime.Deputy;

namespace Behaviours;

/// <summary>Prints a line for each behaviour: its name, and the value or the exception that comes of it.</summary>
internal static class Show
{
    public static void That(string name, Func<object?> act)
    {
        string result;
        try
        {
            result = Text(act());
        }
        catch (Exception failure)
        {
            result = "throws " + Text(failure);
        }

        Console.WriteLine($"{name}: {result}");
    }

    public static void Fails(string name, Action act) => That(name, () =>
    {
        act();
        return "no exception";
    });

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        double number => $"{number.ToString("R", CultureInfo.InvariantCulture)}d",
        DateTime date => $"{date:o} {date.Kind}",
        Enum member => $"{member.GetType().Name}.{member}",
        Exception failure => Text(failure),
        IDictionary map => $"{Name(map.GetType())} {{{string.Join(", ", map.Keys.Cast<string>().Select(key => Entry(key, map[key])))}}}",
        Array list => $"{Name(list.GetType())} [{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        DeputyBase deputy => $"<{Name(deputy.GetType())}>",
        _ => $"{Name(value.GetType())} {value}",
    };

    private static string Entry(string key, object? value) => $"{Quoted(key)}: {Text(value)}";

    // Without the lines of a stack: these are the runtime's own.
    private static string Text(Exception failure)
    {
        var lines = failure.Message.ReplaceLineEndings("\n").Split('\n')
            .Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal));
        var inner = failure.InnerException is { } cause ? $" <- {Text(cause)}" : "";
        return $"{failure.GetType()}: {Quoted(string.Join('\n', lines))}{inner}";
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;

    private static string Quoted(string text) => text.Length <= 1_000
        ? "\"" + string.Concat(text.Select(c => c is < ' ' or '"' or '\\' or > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\""
        : $"{text.Length} characters, {Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..16]}";
}
