using Amazon.JSII.Tests.CalculatorNamespace;
using Amazon.JSII.Tests.CalculatorNamespace.LibNamespace;

namespace Behaviours;

/// <summary>Arrays and maps, with nulls, deep nesting, structs and objects in them.</summary>
internal static class Collections
{
    private static readonly AllTypes Types = new();

    public static void Run()
    {
        Show.That("null in an array of any", () => Array(["a", null!, 1]));
        Show.That("null in a map of any", () => Map(new Dictionary<string, object> { ["a"] = null!, ["b"] = 1 }));
        Show.That("null in an array of texts", () =>
        {
            Types.ArrayProperty = ["a", null!];
            return Types.ArrayProperty;
        });
        Show.That("null in JSON", () =>
            JsonFormatter.Stringify(new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { null, 1 } }));
        Show.That("null for an array", () =>
        {
            Types.ArrayProperty = null!;
            return Types.ArrayProperty;
        });
        Show.That("null for a map", () =>
        {
            Types.MapProperty = null!;
            return Types.MapProperty;
        });
        Show.That("null for a number that is a property of any", () => Any(null));
        Show.That("empty array", () => Array([]));
        Show.That("empty map", () => Map(new Dictionary<string, object>()));
        Show.That("undefined in a map of JavaScript", EraseUndefinedHashValues.Prop2IsUndefined);
        Show.That("null in a map of JavaScript", EraseUndefinedHashValues.Prop1IsNull);
        Show.That("map of texts", () => new ClassWithCollections(new Dictionary<string, string> { ["a"] = "b" }, ["c"]).Map);
        Show.That("static map", () => ClassWithCollections.StaticMap);
        Show.That("map of objects", () =>
        {
            Types.MapProperty = new Dictionary<string, Number> { ["a"] = new(1) };
            return Types.MapProperty;
        });
        Show.That("array of texts in any", () => Any(new[] { "a", "b" }));
        Show.That("map of numbers in any", () => Any(new Dictionary<string, double> { ["a"] = 1 }));
        Show.That("map of ints in any", () => Any(new Dictionary<string, int> { ["a"] = 1 }));
        Show.That("map of arrays in any", () => Any(new Dictionary<string, string[]> { ["a"] = ["b"] }));
        Show.That("map of maps in any", () => Any(new Dictionary<string, Dictionary<string, string>> { ["a"] = new() { ["b"] = "c" } }));
        Show.That("map of maps of any in any", () =>
            Any(new Dictionary<string, IDictionary<string, object>> { ["a"] = new Dictionary<string, object> { ["b"] = 1 } }));
        Show.That("map of objects in any", () => Any(new Dictionary<string, object> { ["a"] = new Number(1), ["b"] = StringEnum.A }));
        Show.That("sorted map in any", () => Any(new SortedDictionary<string, object> { ["b"] = 1, ["a"] = 2 }));
        Show.That("map with numbers as keys in any", () => Any(new Dictionary<int, object> { [1] = 1 }));
        Show.That("array of arrays in any", () => Any(new object[] { new object[] { 1, new object[] { "a" } } }));
        Show.That("list in an array of any", () => Array([new List<object> { 1 }]));
        Show.That("set in any", () => Any(new HashSet<string> { "a" }));
        Show.That("depth of 200 in JSON", () => JsonFormatter.Stringify(Nested(200))!.Length);
        Show.That("depth of 60 there and back", () => Any(Nested(60)));
        Show.That("100,000 elements", () => ((object[])Any(Enumerable.Range(0, 100_000).Select(i => (object)i).ToArray())!).Length);
        Unions();
        Structs();
    }

    private static object? Any(object? value)
    {
        Types.AnyProperty = value!;
        return Types.AnyProperty;
    }

    private static object? Array(object[] value)
    {
        Types.AnyArrayProperty = value;
        return Types.AnyArrayProperty;
    }

    private static object? Map(IDictionary<string, object> value)
    {
        Types.AnyMapProperty = value;
        return Types.AnyMapProperty;
    }

    private static object Nested(int depth) => depth == 0 ? "end" : depth % 2 == 0
        ? new Dictionary<string, object> { ["in"] = Nested(depth - 1) }
        : new[] { Nested(depth - 1) };

    private static void Unions()
    {
        Show.That("union of text", () => Union("a"));
        Show.That("union of number", () => Union(1.5));
        Show.That("union of int", () => Union(3));
        Show.That("union of object", () => Union(new Multiply(new Number(2), new Number(3))));
        Show.That("union of bool, which it lacks", () => Union(true));
        Show.That("union of null", () => Union(null!));
        Show.That("union of array, which it lacks", () => Union(new object[] { 1 }));
        Show.That("array of unions", () =>
        {
            Types.UnionArrayProperty = [new Number(1), 33];
            return Types.UnionArrayProperty;
        });
        Show.That("map of unions", () =>
        {
            Types.UnionMapProperty = new Dictionary<string, object> { ["a"] = new Number(1), ["b"] = 33, ["c"] = "d" };
            return Types.UnionMapProperty;
        });
        Show.That("array of unions of structs", () =>
            new VariadicTypeUnion(new StructA { RequiredString = "a" }, new StructB { RequiredString = "b" }).Union);
        Show.That("nested unions", () => new ClassWithNestedUnion([new object[] { new StructA { RequiredString = "a" } }]).UnionProperty);
        Show.That("nested unions of maps", () =>
            new ClassWithNestedUnion([new Dictionary<string, object> { ["k"] = new StructA { RequiredString = "a" } }]).UnionProperty);
        Show.That("typed array in a nested union", () =>
            new ClassWithNestedUnion([new[] { new StructA { RequiredString = "a" } }]).UnionProperty);
        Show.That("a union of a list and an object, list", () =>
        {
            var confusing = ConfusingToJackson.MakeInstance();
            confusing.UnionProperty = new object[] { new Multiply(new Number(2), new Number(3)) };
            return confusing.UnionProperty;
        });
        Show.That("a union of a list and an object, typed list", () =>
        {
            var confusing = ConfusingToJackson.MakeInstance();
            confusing.UnionProperty = new IFriendly[] { new Multiply(new Number(2), new Number(3)) };
            return confusing.UnionProperty;
        });
        Show.That("a union of a list and an object, object", () =>
        {
            var confusing = ConfusingToJackson.MakeInstance();
            confusing.UnionProperty = new Multiply(new Number(2), new Number(3));
            return confusing.UnionProperty;
        });
        Show.That("union of structs from JavaScript", () => StructUnionConsumer.ProvideStruct("B"));
    }

    private static object? Union(object value)
    {
        Types.UnionProperty = value;
        return Types.UnionProperty;
    }

    private static void Structs()
    {
        var first = new MyFirstStruct { Astring = "a", Anumber = 1, FirstOptional = ["b"] };
        Show.That("struct in JSON", () => JsonFormatter.Stringify(first));
        Show.That("struct rendered", () => new DataRenderer().Render(first));
        Show.That("null in a struct's array", () =>
            new DataRenderer().Render(new MyFirstStruct { Astring = "a", Anumber = 1, FirstOptional = ["b", null!] }));
        Show.That("struct in any", () => Any(first));
        Show.That("structs in a map", () => JsonFormatter.Stringify(new Dictionary<string, object> { ["a"] = first }));
        Show.That("structs in an array", () => JsonFormatter.Stringify(new[] { first }));
        Show.That("struct without its required property", () => new DataRenderer().Render(new MyFirstStruct { Astring = "a" }));
        Show.That("struct without its required text", () => new DataRenderer().Render(new MyFirstStruct { Anumber = 1 }));
        var deep = new TopLevelStruct { Required = "a", SecondLevel = new SecondLevelStruct { DeeperRequiredProp = "b" } };
        Show.That("deep struct", () => StructPassing.RoundTrip(1, deep).SecondLevel);
        Show.That("union in a struct", () =>
            StructPassing.RoundTrip(1, new TopLevelStruct { Required = "a", SecondLevel = 5 }).SecondLevel);
        Show.That("variadic structs", () =>
            StructPassing.HowManyVarArgsDidIPass(1, new TopLevelStruct { Required = "a", SecondLevel = 5 }));
        Show.That("struct of .NET's class", () => new DataRenderer().Render(new OwnStruct()));
        Show.That("struct from JavaScript", () => new GiveMeStructs().StructLiteral.Optional1);
        Show.That("struct from JavaScript, optional number", () => new GiveMeStructs().StructLiteral.Optional2);
        Show.That("struct from JavaScript, given back", () => JsonFormatter.Stringify(new GiveMeStructs().StructLiteral));
        Show.That("lists of structs", () => InterfaceCollections.ListOfStructs());
        Show.That("maps of interfaces", () => InterfaceCollections.MapOfInterfaces());
    }

    private sealed class OwnStruct : Amazon.JSII.Runtime.Deputy.DeputyBase, IMyFirstStruct
    {
        public string Astring => "own";

        public double Anumber => 4;

        public string[]? FirstOptional => null;
    }
}
