using Constructs;
using HashiCorp.Cdktf;

namespace Nautilus.Foundations;

/// <summary>Removes resources from a stack's state, and keeps them in AWS.</summary>
public static class ForgottenResources
{
    /// <param name="stack">The stack.</param>
    /// <param name="addresses">The addresses that the resources have in the state.</param>
    public static void Forget(this TerraformStack stack, params string[] addresses) => List.Of(stack).Add(addresses);

    private sealed class List : Construct
    {
        private const string Id = "removed";

        private readonly List<string> _addresses = [];

        private List(TerraformStack stack)
            : base(stack, Id) => stack.AddOverride(Id, AtSynth.Value(() => _addresses.Select(Removed).ToArray()));

        public static List Of(TerraformStack stack) => stack.Node.TryFindChild(Id) as List ?? new(stack);

        public void Add(IEnumerable<string> addresses) => _addresses.AddRange(addresses);

        private static Dictionary<string, object> Removed(string address) => new()
        {
            ["from"] = address,
            ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false },
        };
    }
}
