using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nautilus.Benchmarks;

/// <summary>A program that synthesizes the stream stacks.</summary>
internal sealed record Contestant(string Name, string Folder, string Program, string[] Arguments, string? Missing = null)
{
    public const string TypeScriptName = "TypeScript";

    private static readonly string Root = FindRoot();

    public bool IsCompared { get; private init; } = true;

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The app itself, with all its stacks, which no other program has.</summary>
    public static Contestant App()
    {
        Build("cdktf.csproj");
        return Assembly("all stacks", "artifacts/bin/cdktf/release/Nautilus.dll") with { IsCompared = false };
    }

    public static Contestant Nautilus()
    {
        Build("benchmarks/streams");
        return Assembly("Nautilus", "artifacts/bin/Streams/release/Streams.dll");
    }

    /// <summary>The same stacks with the whole provider. Its bindings take ten minutes to generate, so the user builds them.</summary>
    public static Contestant Stock()
    {
        var streams = Assembly("stock bindings", "artifacts/stock/bin/Streams/release/Streams.dll");
        return File.Exists(streams.Arguments[0]) ? streams : streams with
        {
            Missing = "build it with: dotnet build benchmarks/streams -c Release -p:BindingsFlavor=stock",
        };
    }

    public static Contestant TypeScript()
    {
        var modules = Path.Combine(Root, "bindings", "node_modules");
        Run("node", Path.Combine(modules, "typescript", "bin", "tsc"), "--project", Path.Combine(Root, "benchmarks", "typescript"));
        return Make(TypeScriptName, "node", Path.Combine(Root, "artifacts", "benchmarks", "typescript", "main.js")) with
        {
            Environment = new Dictionary<string, string> { ["NODE_PATH"] = modules },
        };
    }

    /// <summary>Throws if two programs synthesize different Terraform: a program must not be faster because it does less.</summary>
    public static void ShouldSynthesizeTheSame(IReadOnlyList<Contestant> contestants)
    {
        contestants = [.. contestants.Where(contestant => contestant.IsCompared)];
        var stacks = contestants.Select(contestant => contestant.Stacks()).ToArray();
        for (var i = 1; i < stacks.Length; i++)
            if (!JsonNode.DeepEquals(stacks[0], stacks[i]))
                throw new InvalidOperationException(
                    $"{contestants[0].Name} and {contestants[i].Name} synthesize different Terraform:\n{stacks[0]}\n{stacks[i]}");
    }

    public Measurement Synthesize()
    {
        Directory.CreateDirectory(Folder);
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CDKTF_CONTEXT_JSON"] = """{ "tags": { "Project": "nautilus" } }""";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Measurement.Of(start);
    }

    private JsonObject Stacks()
    {
        Synthesize();
        var files = Directory.GetFiles(Path.Combine(Folder, "cdktf.out"), "cdk.tf.json", SearchOption.AllDirectories);
        var stacks = new JsonObject(files.Select(
            file => KeyValuePair.Create(Path.GetRelativePath(Folder, file), JsonNode.Parse(File.ReadAllText(file)))));
        RemoveMetadata(stacks);
        return stacks;
    }

    private static void RemoveMetadata(JsonNode? node)
    {
        if (node is JsonObject values)
        {
            values.Remove("//");
            foreach (var value in values)
                RemoveMetadata(value.Value);
        }
    }

    private static void Build(string project) =>
        Run("dotnet", "build", Path.Combine(Root, project), "--configuration", "Release", "--verbosity", "quiet");

    private static Contestant Assembly(string name, string assembly) => Make(name, "dotnet", Path.Combine(Root, assembly));

    private static Contestant Make(string name, string program, string argument) =>
        new(name, Path.Combine(Root, "artifacts", "benchmarks", name.Replace(' ', '-')), program, [argument]);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "cdktf.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("this program must run from a build inside the repository");
        return folder.FullName;
    }
}
