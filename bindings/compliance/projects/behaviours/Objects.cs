using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Tests.CalculatorNamespace;
using Amazon.JSII.Tests.CalculatorNamespace.LibNamespace;

namespace Behaviours;

/// <summary>Objects that JavaScript has made, as classes and interfaces of .NET.</summary>
internal static class Objects
{
    public static void Run()
    {
        Show.That("private class as a class", () => Constructors.MakeClass());
        Show.That("private class as an interface", () => Constructors.MakeInterface());
        Show.That("private class as another interface", () => Constructors.MakeInterface2());
        Show.That("hidden class as an interface", () => Constructors.HiddenInterface());
        Show.That("array of hidden classes", () => Constructors.HiddenSubInterfaces());
        Show.That("an object as two types is one", () =>
        {
            var both = new SingleInstanceTwoTypes();
            return ReferenceEquals(both.Interface1(), both.Interface1());
        });
        Show.That("an object as two interfaces", () =>
        {
            var both = new SingleInstanceTwoTypes();
            return new object[] { both.Interface1(), both.Interface2(), both.Interface2().Bye() };
        });
        Show.That("interface cast", () => Convert.ChangeType(Constructors.MakeInterface2(), typeof(IPublicInterface), null));
        Show.That("unsafe cast", () => ((DeputyBase)Constructors.MakeInterface2()).UnsafeCast<IPublicInterface>().Bye());
        Show.That("unsafe cast that is wrong", () => new Number(1).UnsafeCast<IPublicInterface>().Bye());
        Show.That("unsafe cast to a class", () => new Number(1).UnsafeCast<Multiply>());
        Show.That("conversion to a number", () => Convert.ToInt32(new Number(1)));
        Show.That("conversion to a text", () => Convert.ToString(new Number(7)));
        Show.That("ToString of a class", () => new Number(7).ToString());
        Show.That("ToString of an object", () => new AllTypes().ToString());
        Show.That("ToString of an anonymous interface", () => Stringable.MakeAnonymousStringable().ToString());
        Show.That("ToString of a private class", () => Stringable.MakePrivateStringable().ToString());
        Show.That("name of a type", () => new Number(7).TypeName());
        Show.That("interface literal", () => new JSObjectLiteralForInterface().GiveMeFriendly());
        Show.That("interface literal passed back", () => new Polymorphism().SayHello(new JSObjectLiteralForInterface().GiveMeFriendly()));
        Show.That("proxy of an interface passed back is the same object", () =>
        {
            var literal = new JSObjectLiteralForInterface().GiveMeFriendlyGenerator();
            var generator = new NumberGenerator(literal);
            return new object[]
            {
                generator.IsSameGenerator(literal), generator.IsSameGenerator(generator.Generator),
                ReferenceEquals(generator.Generator, literal), generator.NextTimes100(),
            };
        });
        Show.That("object in any of .NET is kept", () =>
        {
            var types = new AllTypes();
            types.AnyIn(types.AnyOut());
            return "kept";
        });
        Show.That("abstract class as a result", () => new AbstractClassReturner().GiveMeAbstract().AbstractMethod("a"));
        Show.That("abstract property of a literal", () => new AbstractClassReturner().ReturnAbstractFromProperty.AbstractProperty);
        Show.That("class of a literal", () => new JSObjectLiteralToNative().ReturnLiteral().PropA);
        Show.That("mutable literal", () =>
        {
            var holder = new ClassWithMutableObjectLiteralProperty();
            holder.MutableObject.Value = "changed";
            return holder.MutableObject.Value;
        });
        Show.That("static object", () => ReferenceEquals(Statics.Instance, Statics.Instance));
        Show.That("static property is set", () =>
        {
            Statics.NonConstStatic = 77;
            return Statics.NonConstStatic;
        });
        Show.That("a class derived from one and an interface", () => SomeTypeJsii976.ReturnReturn());
        Show.That("anonymous in any", () => SomeTypeJsii976.ReturnAnonymous());
        Show.That("optional arguments", () => new SupportsNiceJavaBuilder(1, null, null, "a", "b").Rest);
        Show.That("variadic null", () => new SupportsNiceJavaBuilder(1, null, null, null!).Rest);
        Show.That("empty struct", () => new OptionalStructConsumer(new OptionalStruct()).ParameterWasUndefined);
        Show.That("object of a .NET class in any", () => JsonFormatter.Stringify(new Plain()));
        Show.That("child of a namespace", () =>
            new Amazon.JSII.Tests.CalculatorNamespace.DerivedClassHasNoProperties.Derived { Prop = "a" }.Prop);
        Show.That("async method without a result", () =>
        {
            new PromiseNothing().InstancePromiseIt();
            return "done";
        });
        Show.That("static async method", () =>
        {
            PromiseNothing.PromiseIt();
            return "done";
        });
        Show.That("null for an object", () => new Polymorphism().SayHello(null!));
    }

    private sealed class Plain : DeputyBase
    {
        public string Name => "plain";
    }
}
