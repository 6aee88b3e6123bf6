using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>A <see cref="TransformFunction"/>.</summary>
public sealed record TransformFunctionProps : FunctionProps
{
    internal static readonly TimeSpan FirehoseWaits = TimeSpan.FromMinutes(5);

    internal string Checked(string id)
    {
        Check.That($"function '{Name}'", FunctionRules(longest: FirehoseWaits));
        return id;
    }
}
