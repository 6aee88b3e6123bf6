using Amazon.JSII.Tests.CalculatorNamespace;

namespace Behaviours;

/// <summary>Texts that a protocol of lines of JSON can break.</summary>
internal static class Texts
{
    public static void Run()
    {
        var types = new AllTypes();
        foreach (var (name, text) in new (string, string)[]
        {
            ("empty", ""), ("null character", "a\0b"), ("line ends", "a\nb\r\nc\rd"), ("line separators", "a\u2028b\u2029c\u0085d"),
            ("emoji", "😀"), ("quotes", "\"'\\/`<>&+"), ("controls", "\u0001\u001f\u007f\u009f"), ("mark of byte order", "\ufeffa"),
            ("lone high surrogate", "a\ud83d"), ("lone low surrogate", "\ude00b"), ("non-characters", "\uffff\ufffe"),
            ("combined", "e\u0301"), ("right to left", "\u202eabc"), ("JSON", """{"ok":{"value":1}}"""),
            ("a callback's line", "{\"callback\":{}}\n{\"ok\":{}}"),
            ("2 MB", string.Concat(Enumerable.Repeat("0123456789abcdéf", 1 << 17))), ("2 MB of quotes", new('"', 1 << 21)),
            ("1 MB of emoji", string.Concat(Enumerable.Repeat("😀", 1 << 19))),
        })
        {
            Show.That($"text {name}", () =>
            {
                types.StringProperty = text;
                return types.StringProperty;
            });
            Show.That($"text {name} in any", () =>
            {
                types.AnyProperty = text;
                return types.AnyProperty;
            });
            Show.That($"text {name} in JSON", () => JsonFormatter.Stringify(text));
            Show.That($"text {name} as a key", () =>
            {
                types.AnyMapProperty = new Dictionary<string, object> { [text] = text };
                return types.AnyMapProperty;
            });
        }

        foreach (var key in new[]
        {
            "__proto__", "constructor", "toString", "$jsii.byref", "$jsii.map", "$jsii.struct", "$jsii.enum", "$jsii.date", "$jsii.x",
        })
        {
            Show.That($"key {key}", () =>
            {
                types.AnyMapProperty = new Dictionary<string, object> { [key] = "x", ["y"] = 1 };
                return types.AnyMapProperty;
            });
            Show.That($"key {key} in JSON", () => JsonFormatter.Stringify(new Dictionary<string, object> { [key] = "x", ["y"] = 1 }));
        }
    }
}
