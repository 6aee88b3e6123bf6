using System.Text.Json.Nodes;
using Nautilus.Testing;

namespace Tests.Bindings;

/// <summary>The app with our jsii runtime and with the official one: the same requests, and the same bytes.</summary>
[Collection(Beside.Programs)]
public sealed class RuntimeComparisonTests
{
    [Fact]
    public void Both_runtimes_send_the_same_requests_and_synthesize_the_same_bytes()
    {
        var app = Repository.NewFolder("compared-app");
        Copy(AppContext.BaseDirectory, app);
        var own = Synthesize("runtime-own", app);
        UseOfficialRuntime(app);
        var official = Synthesize("runtime-official", app);

        own.Files.Keys.Should().BeEquivalentTo(official.Files.Keys).And.HaveCountGreaterThan(5);
        foreach (var (file, bytes) in own.Files)
            bytes.AsSpan().SequenceEqual(official.Files[file]).Should().BeTrue("'{0}' must have the same bytes", file);
        own.Loads.Should().BeEquivalentTo(official.Loads).And.HaveCount(3);
        own.Requests.Count.Should().Be(official.Requests.Count).And.BeGreaterThan(1000);
        for (var i = 0; i < own.Requests.Count; i++)
            JsonNode.DeepEquals(own.Requests[i], official.Requests[i]).Should().BeTrue(
                "request {0} must be the same; ours is\n{1}\nand the official one\n{2}", i, own.Requests[i], official.Requests[i]);
    }

    private static Synthesized Synthesize(string name, string app)
    {
        var folder = Repository.NewFolder(name);
        var run = new Command("dotnet", folder)
        {
            Environment = new Dictionary<string, string?> { ["CDKTF_CONTEXT_JSON"] = "{}", ["JSII_DEBUG"] = "1" },
        }.Run(Path.Combine(app, "Nautilus.dll")).Succeeds();

        // The kernel itself prints each request that it gets.
        var requests = run.Error.Split('\n').Where(line => line.StartsWith("> {", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line[2..])!.AsObject()).Where(request => !request.ContainsKey("exit")).ToLookup(IsLoad);
        var output = Path.Combine(folder, "cdktf.out");
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories);
        return new(
            files.ToDictionary(file => Path.GetRelativePath(output, file), File.ReadAllBytes),
            [.. requests[true].Select(load => $"{load["name"]} {load["version"]}")],
            [.. requests[false]]);
    }

    // A package is loaded when one of its types is first used: the runtimes may differ in when that is.
    private static bool IsLoad(JsonObject request) => request["api"]?.GetValue<string>() == "load";

    // The very same assemblies, with the official runtime in the place of ours. Without a list of dependencies .NET takes all that is in
    // the folder of the app.
    private static void UseOfficialRuntime(string app)
    {
        new Command("dotnet", Repository.Root).Run(
            "build", Repository.PathOf("bindings", "official"), "-p:JsiiRuntime=official", "--nologo", "--verbosity", "quiet").Succeeds();
        Copy(Repository.PathOf("artifacts", "official", "bin", "Official", "debug"), app);
        File.Delete(Path.Combine(app, "Nautilus.deps.json"));
    }

    private static void Copy(string from, string to) =>
        new Command("cp", Repository.Root).Run("-R", Path.Combine(from, "."), to).Succeeds();

    private sealed record Synthesized(
        Dictionary<string, byte[]> Files, IReadOnlyList<string> Loads, IReadOnlyList<JsonObject> Requests);
}
