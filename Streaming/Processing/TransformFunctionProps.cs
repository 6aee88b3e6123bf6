using Nautilus.Foundations;

namespace Nautilus.Processing;

public sealed record TransformFunctionProps : FunctionProps
{
    private static readonly TimeSpan FirehoseWaits = TimeSpan.FromMinutes(5);

    internal string Checked(string id)
    {
        Foundations.Rules.Check($"function '{Name}'", RulesOfFunction(FirehoseWaits));
        return id;
    }
}
