using System.Reflection;

namespace Tests.Architecture;

/// <summary>Which namespace needs which, read from compiled assemblies.</summary>
internal sealed class NamespaceGraph
{
    private readonly Dictionary<(string From, string To), Arrow> _arrows = [];

    private NamespaceGraph(IEnumerable<Type> types, string root)
    {
        foreach (var type in types.Where(type => IsOf(type, root)))
            foreach (var used in UsedTypes.Of(type).Where(used => IsOf(used, root) && used.Namespace != type.Namespace))
                _arrows.TryAdd((type.Namespace!, used.Namespace!), new(Outer(type), Outer(used)));
    }

    /// <summary>One example of each pair of namespaces.</summary>
    public IReadOnlyCollection<Arrow> Arrows => _arrows.Values;

    public static NamespaceGraph Of(string root, params IEnumerable<Assembly> assemblies) =>
        new(assemblies.SelectMany(assembly => assembly.GetTypes()), root);

    /// <summary>The arrows of the shortest way round for each namespace that needs itself by way of others.</summary>
    public IEnumerable<string> Circles() =>
        from arrow in Arrows
        let back = Way(arrow.To.Namespace!, arrow.From.Namespace!)
        where back is not null
        select string.Join("; ", [arrow, .. back]);

    private List<Arrow>? Way(string from, string to)
    {
        var ways = new Queue<List<Arrow>>(Arrows.Where(arrow => arrow.From.Namespace == from).Select(arrow => new List<Arrow> { arrow }));
        var seen = new HashSet<string> { from };
        while (ways.TryDequeue(out var way))
        {
            var here = way[^1].To.Namespace!;
            if (here == to)
                return way;
            if (seen.Add(here))
                foreach (var next in Arrows.Where(arrow => arrow.From.Namespace == here))
                    ways.Enqueue([.. way, next]);
        }

        return null;
    }

    private static bool IsOf(Type type, string root) =>
        type.Namespace is { } space && (space == root || space.StartsWith($"{root}.", StringComparison.Ordinal));

    // Lambdas, iterators and nested types are parts of the type around them.
    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    /// <summary>A type that uses a type of another namespace.</summary>
    internal sealed record Arrow(Type From, Type To)
    {
        public override string ToString() => $"{From.Namespace} needs {To.Namespace}: {From.Name} uses {To.Name}";
    }
}
