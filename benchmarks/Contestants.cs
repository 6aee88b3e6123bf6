namespace Nautilus.Benchmarks;

/// <summary>All contestants, built.</summary>
internal static class Contestants
{
    /// <summary>The contestant that the others are compared with.</summary>
    public const string Reference = "node main.js";

    public static Contestant[] Build()
    {
        Repository.Publish("benchmarks/streams");
        Repository.Publish("cdktf.csproj");
        Repository.Publish("benchmarks/streams", "-p:JsiiRuntime=official");
        Repository.Publish("cdktf.csproj", "-p:JsiiRuntime=official");
        return
        [
            CSharp("Nautilus", "artifacts/publish"),
            CSharp("official runtime", "artifacts/official/publish"),
            Stock(),
            .. TypeScript(),
        ];
    }

    /// <summary>Compiled before, and as the template of CDKTF runs it: compiled and type-checked on every run.</summary>
    private static Contestant[] TypeScript()
    {
        var (folder, packages) = (Repository.TypeScript(), Repository.PathOf("bindings/node_modules"));
        return
        [
            new(Reference, folder, ["node", "main.js"]) { NodePath = packages },
            new("npx ts-node main.ts", folder, ["npx", "ts-node", "main.ts"]) { NodePath = packages },
        ];
    }

    /// <summary>The streams with the whole provider. Its bindings take ten minutes to generate, so the user builds them.</summary>
    private static Contestant Stock()
    {
        var stock = CSharp("stock bindings", "artifacts/stock-official/publish") with { App = null };
        return File.Exists(stock.Streams[1]) ? stock : stock with
        {
            Missing = "build it with: dotnet publish benchmarks/streams -p:BindingsFlavor=stock -p:JsiiRuntime=official",
        };
    }

    private static Contestant CSharp(string name, string folder) =>
        new(name, Repository.PathOf($"artifacts/benchmarks/{name.Replace(' ', '-')}"), Assembly($"{folder}/Streams/release/Streams.dll"))
        {
            App = Assembly($"{folder}/cdktf/release/Nautilus.dll"),
        };

    private static string[] Assembly(string path) => ["dotnet", Repository.PathOf(path)];
}
