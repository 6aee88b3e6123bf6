using System.Text.Json.Nodes;
using Nautilus.Testing.Provider;

namespace Nautilus.Testing.LocalAws;

/// <summary>An AWS on this machine: the one that <c>AWS_ENDPOINT_URL</c> names, else moto, started here.</summary>
public sealed class LocalAws : IDisposable
{
    // One that is named is everybody's, and some tests count what is there, or have IAM enforced.
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly bool _isEverybodys = System.Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is not null;

    private readonly Lazy<Emulator> _emulator = new(Emulator.Start);

    private readonly Lazy<Uri?> _external = new(() => External(System.Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")));

    public LocalAws()
    {
        if (_isEverybodys)
            Turn.Wait();
    }

    public Uri Endpoint => _external.Value ?? new(_emulator.Value.Endpoint);

    /// <summary>What points Terraform, and whatever else knows AWS, at this endpoint.</summary>
    internal IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint.ToString(),
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PROFILE"] = null,
        ["AWS_CA_BUNDLE"] = null,
    };

    /// <summary>
    /// Applies a stack, sees that the next plan has nothing to change, lets <paramref name="use"/> use what was made,
    /// destroys it, and sees that nothing is left.
    /// </summary>
    internal async Task Live(string stack, string synthesized, Func<JsonNode[], Task> use)
    {
        var terraform = Prepare(stack, synthesized);
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();
            await use(terraform.Resources());
        }
        finally
        {
            terraform.Destroy();
        }

        terraform.Resources().Should().BeEmpty("destroy takes all that apply made");
    }

    /// <summary>Terraform with a stack that has not been applied yet.</summary>
    internal Terraform Prepare(string stack, string synthesized)
    {
        var folder = Repository.NewFolder(FolderOf(stack));
        Write(folder, synthesized);
        File.WriteAllText(Path.Combine(folder, "emulator_override.tf.json"), $$"""{ "provider": { "aws": {{ProviderSettings}} } }""");
        return new Terraform(folder, Environment);
    }

    /// <summary>What a stack that was prepared is to be from now on.</summary>
    internal static void Change(string stack, string synthesized) => Write(Repository.PathOf("artifacts", "tests", FolderOf(stack)), synthesized);

    /// <summary>The provider waits for minutes before it asks a new domain whether it is there, but no longer than it has time.</summary>
    internal static JsonObject WithoutWaiting(JsonObject stack)
    {
        foreach (var (_, domain) in stack["resource"]?["aws_opensearch_domain"]?.AsObject() ?? [])
            domain!["timeouts"] = new JsonObject { ["create"] = "1s", ["update"] = "1s", ["delete"] = "1s" };
        return stack;
    }

    public void Dispose()
    {
        if (_emulator.IsValueCreated)
            _emulator.Value.Dispose();
        if (_isEverybodys)
            Turn.Release();
    }

    private static string FolderOf(string stack) => Path.Combine("local-aws", stack, "cdktf.out", "stacks", stack);

    private static void Write(string folder, string synthesized)
    {
        var stack = WithoutWaiting(JsonNode.Parse(synthesized)!.AsObject());
        // The state goes into the folder: composed by itself, every stack has one place for it.
        stack["terraform"]!.AsObject().Remove("backend");
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
        Assets.PutBeside(folder, stack);
    }

    internal static Uri? External(string? endpoint)
    {
        if (endpoint is null)
            return null;
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
            using var answer = http.Send(request);
            return new(endpoint);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException)
        {
            throw new InvalidOperationException(
                $"no local AWS: nothing answers at AWS_ENDPOINT_URL={endpoint} ({error.Message}); start one there, or unset the variable to have moto started", error);
        }
    }

    // Without a limit the provider repeats what an emulator refuses for minutes.
    internal const string ProviderSettings = """{ "max_retries": 3, "s3_use_path_style": true, "skip_credentials_validation": true }""";
}
