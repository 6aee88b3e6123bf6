using System.Collections.Concurrent;
using Nautilus.Testing;
using Nautilus.Testing.Lambda;

namespace Tests.Functions;

/// <summary>The zips of the functions, as the build packs them for Lambda.</summary>
internal static class BuiltFunction
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Programs = new();

    public static string ZipOf(string name) => Repository.PathOf("artifacts", "functions", $"{name}.zip");

    /// <summary>The path of the program, unpacked from the zip.</summary>
    public static string ProgramOf(string name) =>
        Programs.GetOrAdd(name, _ => new(() => FunctionProcess.Unpack(ZipOf(name), Repository.NewFolder($"function-{name}")))).Value;

    public static FunctionProcess Start(string name, RuntimeApiPlayer player, IReadOnlyDictionary<string, string>? environment = null) =>
        new(player, ProgramOf(name), environment: environment);
}
