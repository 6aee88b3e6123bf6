using Amazon.JSII.Runtime.Deputy;
using Constructs;
using HashiCorp.Cdktf;

namespace Nautilus.Foundations;

/// <summary>Values that depend on everything that a stack has: they are rendered at synth, when all calls have been made.</summary>
internal static class AtSynth
{
    public static string Text(Func<string> render) => Lazy.StringValue(new TextProducer(render));

    public static string[] Texts(Func<string[]> render) => Lazy.ListValue(new ListProducer(render));

    /// <summary>A value in Terraform's own JSON: texts, numbers, arrays, and dictionaries of them.</summary>
    public static IResolvable Value(Func<object> render) => Lazy.AnyValue(new AnyProducer(render));

    /// <summary>Rules that depend on what other constructs do. They are reported together with those of all others.</summary>
    public static void Check(Construct construct, string subject, Func<IEnumerable<Rule>> rules) =>
        construct.Node.AddValidation(new Validation(subject, rules));

    private sealed class TextProducer(Func<string> render) : DeputyBase, IStringProducer
    {
        public string Produce(IResolveContext context) => render();
    }

    private sealed class ListProducer(Func<string[]> render) : DeputyBase, IListProducer
    {
        public string[] Produce(IResolveContext context) => render();
    }

    private sealed class AnyProducer(Func<object> render) : DeputyBase, IAnyProducer
    {
        public object Produce(IResolveContext context) => render();
    }

    private sealed class Validation(string subject, Func<IEnumerable<Rule>> rules) : DeputyBase, IValidation
    {
        public string[] Validate() => Foundations.Check.Report(subject, rules()) is { } report ? [report] : [];
    }
}
