using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Tests.CalculatorNamespace;
using Amazon.JSII.Tests.CalculatorNamespace.LibNamespace;

namespace Behaviours;

/// <summary>Types and messages of exceptions, from JavaScript, from callbacks and from the runtime.</summary>
internal static class Failures
{
    public static void Run()
    {
        Show.Fails("JavaScript throws", () => RootStructValidator.Validate(new RootStruct { StringProp = "" }));
        Show.Fails("JavaScript throws an error without a message", () => new Thrower().ThrowError());
        Show.Fails("JavaScript throws in a getter", () => _ = new Add(new Number(1), null!).Value);
        Show.Fails("JavaScript throws in a setter", () => new AllTypes().EnumProperty = (AllTypesEnum)5);
        Show.Fails("the kernel refuses a value", () => new Calculator(new CalculatorProps { MaximumValue = 1 }).Add(2));
        Show.Fails("a required argument is null", () => new Statics(null!));
        Show.Fails("a required argument of a method is null", () => Statics.StaticMethod(null!));
        Show.Fails("an argument of a wrong class", () => StructUnionConsumer.IsStructA(3));
        Show.Fails("a private constructor's object", () => StructUnionConsumer.ProvideStruct("C"));
        Show.Fails("a callback throws", () => new Throws(new InvalidOperationException("from .NET")).SumSync(1));
        Show.Fails("a callback throws ArgumentException", () => new Throws(new ArgumentException("wrong", "name")).SumSync(1));
        Show.Fails("a callback throws with an inner exception", () =>
            new Throws(new IOException("outer", new TimeoutException("inner"))).SumSync(1));
        Show.Fails("a callback throws a text with odd characters", () =>
            new Throws(new FormatException("a\nb\u2028c\"d\ud83d")).SumSync(1));
        Show.Fails("a callback throws, two levels deep", () => new Deep().SumSync(1));
        Show.Fails("an async callback throws", () => new Throws(new InvalidOperationException("from .NET")).ParallelSumAsync(1));
        Show.Fails("a getter throws", () => new ThrowingProperty().RetrieveValueOfTheProperty());
        Show.Fails("a setter throws", () => new ThrowingProperty().ModifyValueOfTheProperty("a"));
        Show.Fails("an interface's method throws", () => new Polymorphism().SayHello(new ThrowingFriend()));
        Show.That("JavaScript works after a failure", () => new Polymorphism().SayHello(new Multiply(new Number(1), new Number(2))));
        Show.That("a callback catches JavaScript's error", () => new Catches().SumSync(1));
        Show.Fails("a callback returns null for a text", () => new Polymorphism().SayHello(new NullFriend()));
        Show.Fails("a callback returns a wrong object for any", () => new GivesBack(DayOfWeek.Monday).Check());
        Show.Fails("a callback returns a list for any", () => new GivesBack(new List<string>()).Check());
        Show.That("an async method after a callback's wrong result", () => new AsyncVirtualMethods().CallMe());
        Show.Fails("async in sync", () => new AsyncInSync().SumSync(1));
        Show.Fails("cast to an interface that it lacks", () => Convert.ChangeType(new Number(1), typeof(IFriendly), null));
        Show.Fails("cast to a class that it is not", () => Convert.ChangeType(new Number(1), typeof(Multiply), null));
        Show.Fails("a constructor of JavaScript throws", () => new NullShouldBeTreatedAsUndefined("a", 1));
        Show.Fails("a method that is undefined", () => new AugmentableClass().MethodTwo());
    }

    private class Throws(Exception failure) : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => throw failure;

        public override double OverrideMeAsync(double index) => throw failure;
    }

    private sealed class Deep : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => new Throws(new InvalidOperationException("deep")).SumSync(1);
    }

    private sealed class Catches : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index)
        {
            try
            {
                new Thrower().ThrowError();
                return 0;
            }
            catch (Exception)
            {
                return 5;
            }
        }
    }

    private sealed class ThrowingProperty : SyncVirtualMethods
    {
        public override string TheProperty
        {
            get => throw new InvalidOperationException("getter");
            set => throw new InvalidOperationException("setter");
        }
    }

    private sealed class ThrowingFriend : DeputyBase, IFriendly
    {
        public string Hello() => throw new InvalidOperationException("hello");
    }

    private sealed class NullFriend : DeputyBase, IFriendly
    {
        public string Hello() => null!;
    }

    private sealed class GivesBack(object what) : BurriedAnonymousObject
    {
        public override object GiveItBack(object value) => what;
    }

    private sealed class AsyncInSync : VirtualMethodPlayground
    {
        public override double OverrideMeSync(double index) => new AsyncVirtualMethods().CallMe();
    }
}
