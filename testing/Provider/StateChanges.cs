using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Terraform;

namespace Nautilus.Testing.Provider;

/// <summary>
/// What Terraform would do to the deployed resources of a stack when the stack changes. The real provider plans every golden of a folder
/// with every change, in one run, against a state that is made up from the first plan.
/// </summary>
public sealed class StateChanges
{
    /// <summary>The change of <see cref="OfAYear"/> that adds a registered consumer to the first stream.</summary>
    public const string ConsumerAdded = "consumer added";

    /// <summary>The change of <see cref="OfAYear"/> that renames the streams. It is the only one that replaces them.</summary>
    public const string Renamed = "renamed";

    private readonly OfflineProvider _provider;
    private readonly GoldenFolder _stacks;
    private readonly IReadOnlyDictionary<string, Action<JsonObject>> _changes;
    private readonly Lazy<JsonNode[]> _planned;

    /// <summary>Prepares the plans. They are made once, when <see cref="After"/> is first called.</summary>
    /// <param name="provider">The provider and its first plan of the goldens.</param>
    /// <param name="changes">
    /// The changes, by name: each changes the Terraform JSON of a stack. By default <see cref="OfAYear"/>.
    /// </param>
    public StateChanges(OfflineProvider provider, IReadOnlyDictionary<string, Action<JsonObject>>? changes = null)
    {
        (_provider, _stacks) = (provider, provider.Stacks);
        _changes = changes ?? OfAYear;
        _planned = new(Plan);
    }

    /// <summary>The changes that a team makes to its streams in a year, by name. Only <see cref="Renamed"/> may replace a stream.</summary>
    public static IReadOnlyDictionary<string, Action<JsonObject>> OfAYear => YearOfChanges.All;

    /// <summary>What Terraform would do after a change.</summary>
    /// <param name="change">The name of the change.</param>
    /// <param name="stack">The stack's name in the folder of goldens.</param>
    /// <returns>
    /// The actions on each managed resource, by its address: <c>no-op</c>, <c>update</c>, <c>create</c>, <c>delete</c>; a replacement is
    /// <c>delete</c> and <c>create</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such change, or the stack has no golden.</exception>
    public IReadOnlyDictionary<string, string[]> After(string change, string stack)
    {
        if (!_changes.ContainsKey(change))
            throw new ArgumentException($"there is no change '{change}'; there are {string.Join(", ", _changes.Keys)}", nameof(change));
        var module = Module(_stacks.Known(stack), change);
        return (from resource in _planned.Value
                where resource.IsIn(module) && (string?)resource["mode"] == "managed"
                select (resource.AddressIn(module), resource["change"]!["actions"]!.AsArray().Select(action => (string)action!).ToArray()))
            .ToDictionary();
    }

    private static string Module(string stack, string change) => $"{stack}_{change.Replace(' ', '_')}";

    private JsonNode[] Plan()
    {
        var state = FabricatedState.Of(Resources(_provider.Planned));
        var changed = from stack in _stacks.Stacks
                      from change in _changes
                      select (Module(stack, change.Key), Changed(_stacks.Read(stack), change.Value));
        var later = OfflineProvider.Prepare("state-later", _provider.Aws, changed.ToDictionary(), state);
        OfflineProvider.ShouldPlan("the changed goldens", later.Plan("plan"));
        return later.PlannedChanges("plan");
    }

    private IEnumerable<JsonObject> Resources(JsonNode[] planned) =>
        from stack in _stacks.Stacks
        let configuration = _stacks.Read(stack)
        let samples = SampleAttributes.Of(configuration)
        from change in _changes.Keys
        from resource in planned
        where resource.IsIn(stack)
        select FabricatedState.Resource(resource, Module(stack, change), configuration, samples);

    private static JsonObject Changed(JsonObject stack, Action<JsonObject> change)
    {
        change(stack);
        return stack;
    }
}
