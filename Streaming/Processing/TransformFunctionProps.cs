namespace Nautilus.Streaming.Processing;

public sealed record TransformFunctionProps : FunctionProps
{
    private static readonly TimeSpan FirehoseWaits = TimeSpan.FromMinutes(5);

    internal string Checked(string id)
    {
        Streaming.Rules.Check($"function '{Name}'", RulesOfFunction(FirehoseWaits));
        return id;
    }
}
