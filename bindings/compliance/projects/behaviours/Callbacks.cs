using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Tests.CalculatorNamespace;
using Amazon.JSII.Tests.CalculatorNamespace.LibNamespace;

namespace Behaviours;

/// <summary>JavaScript calls members of .NET classes, which call JavaScript.</summary>
internal static class Callbacks
{
    public static void Run()
    {
        Show.That("override", () => new Playground(n => n + 1).SumSync(3));
        Show.That("override calls JavaScript of the same object", () => new Playground(n => 1, nested: true).SumSync(3));
        Show.That("override calls an override", () =>
        {
            var inner = new Playground(n => n * 2);
            return new Playground(n => inner.SumSync(3)).SumSync(2);
        });
        Show.That("recursion of 50", () => new Recursive(50).SumSync(1));
        Show.That("JavaScript returns NaN", () => new Playground(n => n + 1).SerialSumAsync(3));
        Show.That("async override, parallel", () => new Playground(n => n + 1).ParallelSumAsync(3));
        Show.That("async override that throws", () => Throwing().ParallelSumAsync(3));
        Show.That("async override calls a sync method", () =>
        {
            var inner = new Playground(n => n * 2);
            return new Playground(n => inner.SumSync(3)).ParallelSumAsync(2);
        });
        Show.That("async override calls an async method", () =>
        {
            var inner = new Playground(n => n * 2);
            return new Playground(n => inner.ParallelSumAsync(3)).ParallelSumAsync(2);
        });
        Show.That("extra argument", () => new ExtraArguments().CallProduceWithExtraArg());
        Show.That("map as an argument of an override", () => new Renderer().Render(new MyFirstStruct { Astring = "a", Anumber = 1 }));
        Show.That("deep map as an argument of an override", () => new Renderer().RenderArbitrary(new Dictionary<string, object>
        {
            ["map"] = new Dictionary<string, object> { ["list"] = new object[] { 1, "a", true }, ["enum"] = StringEnum.A },
            ["object"] = new Number(3), ["date"] = DateTime.UnixEpoch,
        }));
        Show.That("object given back by an override", () => new GivesBack().Check());
        Show.That("interface of .NET, property of an object", () => new OverrideReturnsObject().Test(new Returner()));
        Show.That("interface of .NET, set and get", () =>
        {
            var own = new OwnProperties();
            return new object[] { new UsesInterfaceWithProperties(own).WriteAndRead("written"), own.ReadWriteString };
        });
        Show.That("interface of .NET, keys", () =>
            new UsesInterfaceWithProperties(new OwnProperties()).ReadStringAndNumber(new OwnExtension()));
        Show.That("interface of .NET is the same when it comes back", () =>
        {
            var own = new OwnProperties();
            return ReferenceEquals(new UsesInterfaceWithProperties(own).Obj, own);
        });
        Show.That("struct from an override", () =>
            new ConsumePureInterface(new GivesStruct()).WorkItBaby().OptionalStructA!.OptionalNumber);
        Show.That("bell as an argument of an override", () => ConsumerCanRingBell.StaticImplementedByObjectLiteral(new Ringer()));
        Show.That("private bell as an argument of an override", () => ConsumerCanRingBell.StaticImplementedByPrivateClass(new Ringer()));
        Show.That("this in a constructor", () => new ConstructorPassesThisOut(new Consumer()));
        Show.That("override of a property of a class", () => new Sync { Own = "own" }.RetrieveValueOfTheProperty());
        Show.That("override of a setter", () =>
        {
            var sync = new Sync { Own = "own" };
            sync.ModifyValueOfTheProperty("set by JavaScript");
            return new object[] { sync.Own, sync.TheProperty };
        });
        Show.That("abstract number of .NET in an array", () =>
            new ObjectRefsInCollections().SumFromArray([new Number(1), new OwnValue(), new OwnValue()]));
        Show.That("ToString of .NET in JavaScript", () => new Add(new Number(1), new OwnValue()).ToString());
        Show.That("hidden member is not an override", () => new Hides().SumSync(2));
        Show.That("generic class in between", () => new Generic<string>().SumSync(2));
    }

    private static Playground Throwing() => new(n => throw new InvalidOperationException("async"));

    private class Playground(Func<double, double> answer, bool nested = false) : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => nested ? answer(index) + base.OverrideMeSync(index) : answer(index);

        public override double OverrideMeAsync(double index) => answer(index);
    }

    private sealed class Recursive(int depth) : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => depth == 0 ? 1 : 1 + new Recursive(depth - 1).SumSync(1);
    }

    private sealed class ExtraArguments : SyncOverrideExtraArgs
    {
        public override string Produce() => "produced";
    }

    private sealed class Renderer : DataRenderer
    {
        public override string RenderMap(IDictionary<string, object> map) =>
            string.Join(", ", map.Select(entry => $"{entry.Key}: {Describe(entry.Value)}"));

        private static string Describe(object value) => value switch
        {
            IDictionary<string, object> map => $"{{{string.Join(", ", map.Select(entry => $"{entry.Key}: {Describe(entry.Value)}"))}}}",
            object[] list => $"[{string.Join(", ", list.Select(Describe))}]",
            _ => $"{value?.GetType().Name} {(value is DeputyBase ? "" : value)}",
        };
    }

    private sealed class GivesBack : BurriedAnonymousObject
    {
        public override object GiveItBack(object value) => value;
    }

    private sealed class Returner : DeputyBase, IReturnsNumber
    {
        public Number NumberProp => new(5);

        public IDoublable ObtainNumber() => new Doublable();

        private sealed class Doublable : DeputyBase, IDoublable
        {
            public double DoubleValue => 11;
        }
    }

    private class OwnProperties : DeputyBase, IInterfaceWithProperties
    {
        public string ReadOnlyString => "read-only";

        public string ReadWriteString { get; set; } = "first";
    }

    private sealed class OwnExtension : OwnProperties, IInterfaceWithPropertiesExtension
    {
        public double Foo { get; set; } = 12;
    }

    private sealed class GivesStruct : DeputyBase, IStructReturningDelegate
    {
        public IStructB ReturnStruct() =>
            new StructB { RequiredString = "a", OptionalStructA = new StructA { RequiredString = "b", OptionalNumber = 6 } };
    }

    private sealed class Ringer : DeputyBase, IBellRinger
    {
        public void YourTurn(IBell bell) => bell.Ring();
    }

    private sealed class Consumer : PartiallyInitializedThisConsumer
    {
        public override string ConsumePartiallyInitializedThis(ConstructorPassesThisOut obj, DateTime dt, AllTypesEnum ev) =>
            dt == DateTime.UnixEpoch && (obj, dt.Kind, ev) is ({ }, DateTimeKind.Utc, AllTypesEnum.THIS_IS_GREAT)
                ? "OK"
                : $"{dt:o} {dt.Kind} {ev}";
    }

    private sealed class Sync : SyncVirtualMethods
    {
        public required string Own { get; set; }

        public override string TheProperty
        {
            get => Own;
            set => Own = value + "!";
        }
    }

    private sealed class OwnValue : NumericValue
    {
        public override double Value => 20;

        public override string ToString() => "twenty";
    }

    private sealed class Hides : VirtualMethodPlayground
    {
        public new double OverrideMeSync(double index) => 1_000;
    }

    private sealed class Generic<T> : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => typeof(T).Name.Length;
    }
}
