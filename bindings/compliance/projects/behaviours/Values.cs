using Amazon.JSII.Tests.CalculatorNamespace;
using Amazon.JSII.Tests.CalculatorNamespace.LibNamespace;
using Newtonsoft.Json.Linq;

namespace Behaviours;

/// <summary>Values of each type, where jsii knows the type and where it is <c>any</c>.</summary>
internal static class Values
{
    private static readonly AllTypes Types = new();

    private static object? ThereAndBack(object? value)
    {
        Types.AnyProperty = value!;
        return Types.AnyProperty;
    }

    public static void Run()
    {
        Dates();
        Enums();
        Any();
        Json();
    }

    private static void Dates()
    {
        foreach (var (name, date) in new (string, DateTime)[]
        {
            ("utc", new(2019, 11, 18, 13, 1, 20, 515, DateTimeKind.Utc)),
            ("unspecified", new(2019, 11, 18, 13, 1, 20, DateTimeKind.Unspecified)),
            ("local", new(2019, 11, 18, 13, 1, 20, DateTimeKind.Local)),
            ("with ticks", new DateTime(2019, 11, 18, 13, 1, 20, 515, DateTimeKind.Utc).AddTicks(1234)),
            ("year 1", new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
            ("before 1970", new(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc)),
            ("greatest", new DateTime(9999, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc)),
        })
        {
            Show.That($"date {name}", () =>
            {
                Types.DateProperty = date;
                return Types.DateProperty;
            });
            Show.That($"date {name} in any", () => ThereAndBack(date));
            Show.That($"date {name} in JSON", () => JsonFormatter.Stringify(date));
        }

        Show.That("date of JavaScript in any", JsonFormatter.AnyDate);
        Show.That("a text that looks like a date", () => ThereAndBack("2019-11-18T13:01:20.515Z"));
        Show.That("a text that looks like a date, typed", () =>
        {
            Types.StringProperty = "2019-11-18T13:01:20.515Z";
            return Types.StringProperty;
        });
    }

    private static void Enums()
    {
        Show.That("enum in any", () => ThereAndBack(StringEnum.C));
        Show.That("number enum in any", () => ThereAndBack(AllTypesEnum.THIS_IS_GREAT));
        Show.That("enum in JSON", () => JsonFormatter.Stringify(StringEnum.B));
        Show.That("enum of another package in JSON", () => JsonFormatter.Stringify(EnumFromScopedModule.VALUE2));
        Show.That("enums in an array of any", () =>
        {
            Types.AnyArrayProperty = [StringEnum.A, AllTypesEnum.MY_ENUM_VALUE];
            return Types.AnyArrayProperty;
        });
        Show.That("enum as a result", () => Types.EnumMethod(StringEnum.A));
        Show.That("optional enum, unset", () => Types.OptionalEnumValue);
        Show.That("optional enum", () =>
        {
            Types.OptionalEnumValue = StringEnum.C;
            return Types.OptionalEnumValue;
        });
        Show.That("an enum's value that has no member", () =>
        {
            Types.EnumProperty = (AllTypesEnum)77;
            return Types.EnumProperty;
        });
        Show.That("an enum of .NET in any", () => ThereAndBack(DayOfWeek.Friday));
    }

    private static void Any()
    {
        Show.That("any null", JsonFormatter.AnyNull);
        Show.That("any undefined", JsonFormatter.AnyUndefined);
        Show.That("any function", JsonFormatter.AnyFunction);
        Show.That("any number", JsonFormatter.AnyNumber);
        Show.That("any zero", JsonFormatter.AnyZero);
        Show.That("any text", JsonFormatter.AnyString);
        Show.That("any empty text", JsonFormatter.AnyEmptyString);
        Show.That("any true", JsonFormatter.AnyBooleanTrue);
        Show.That("any false", JsonFormatter.AnyBooleanFalse);
        Show.That("any array", JsonFormatter.AnyArray);
        Show.That("any hash", JsonFormatter.AnyHash);
        Show.That("any object", JsonFormatter.AnyRef);
        Show.That("any null there and back", () => ThereAndBack(null));
        Show.That("any object there and back", () => ThereAndBack(new Number(3)));
        Show.That("any object is the same", () =>
        {
            var number = new Number(3);
            return ReferenceEquals(ThereAndBack(number), number);
        });
        foreach (var value in new object[]
        {
            'c', 1.5m, Guid.Empty, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch, new Uri("http://a/"), (byte)1, (sbyte)1,
            new List<string> { "a" }, new { A = 1 }, new Version(1, 2), (Action)Run, typeof(int),
        })
            Show.That($"any of .NET's {value.GetType().Name}", () => ThereAndBack(value));
    }

    private static void Json()
    {
        Show.That("json", () =>
        {
            Types.JsonProperty = JObject.Parse("""{"a":[1,null,{"b":"c"}],"d":1.5,"e":{},"f":"2019-11-18T13:01:20Z","$jsii.x":1}""");
            return Types.JsonProperty.ToString(Newtonsoft.Json.Formatting.None);
        });
        Show.That("json in any", () => ThereAndBack(JObject.Parse("""{"a":[1,null,{"b":"c"}]}""")));
        Show.That("json array in any", () => ThereAndBack(JArray.Parse("""[1,null,{"b":"c"}]""")));
        Show.That("json value in any", () => ThereAndBack(new JValue("a")));
        Show.That("json in JSON", () => JsonFormatter.Stringify(JObject.Parse("""{"a":[1,null,{"b":"c"}]}""")));
        Show.That("json null", () =>
        {
            Types.JsonProperty = null!;
            return Types.JsonProperty;
        });
    }
}
