using System.Text.Json.Nodes;
using Nautilus.Testing.Terraform;

namespace Nautilus.Testing.Emulation;

/// <summary>
/// An AWS on this machine, to apply stacks on: the one at <c>AWS_ENDPOINT_URL</c>; else moto, which this starts on first use and
/// stops on <see cref="Dispose"/>. Its gaps that Terraform would see are closed, see <c>emulator/gaps</c>.
/// </summary>
public sealed class LocalAws : IDisposable
{
    // An AWS at AWS_ENDPOINT_URL is shared, and some tests count its resources or have IAM enforced.
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly bool _isShared = System.Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is not null;

    private readonly Lazy<Emulator> _emulator = new(Emulator.Start);

    private readonly Lazy<Uri?> _external = new(() => External(System.Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")));

    /// <summary>Waits until no other test uses a shared AWS.</summary>
    public LocalAws()
    {
        if (_isShared)
            Turn.Wait();
    }

    /// <summary>The endpoint of all services.</summary>
    /// <exception cref="InvalidOperationException">Nothing answers at <c>AWS_ENDPOINT_URL</c>, or moto can't be started.</exception>
    public Uri Endpoint => _external.Value ?? new(_emulator.Value.Endpoint);

    /// <summary>The environment variables that make Terraform, an SDK or the AWS CLI use this endpoint; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint.ToString(),
        ["AWS_ACCESS_KEY_ID"] = Credentials.OfTerraform.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = Credentials.OfTerraform.SecretKey,
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PROFILE"] = null,
        ["AWS_CA_BUNDLE"] = null,
    };

    /// <summary>
    /// Applies a stack, fails unless the next plan says "No changes", uses the resources, destroys them, and fails if any is left.
    /// </summary>
    /// <param name="stack">The stack's name: its folder below <c>artifacts/tests/local-aws</c>.</param>
    /// <param name="synthesized">The Terraform JSON.</param>
    /// <param name="use">Uses the resources of the state, such as by a <see cref="KinesisClient"/>.</param>
    public async Task Live(string stack, string synthesized, Func<JsonNode[], Task> use)
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

        terraform.Addresses().Should().BeEmpty("destroy must destroy everything that apply has created");
    }

    /// <summary>A stack that is ready to be applied on this AWS. The caller must destroy it.</summary>
    /// <param name="stack">The stack's name: its folder below <c>artifacts/tests/local-aws</c>.</param>
    /// <param name="synthesized">The Terraform JSON.</param>
    public TerraformFolder Prepare(string stack, string synthesized)
    {
        var folder = Repository.NewFolder(FolderOf(stack));
        Write(folder, synthesized);
        File.WriteAllText(Path.Combine(folder, "emulator_override.tf.json"), $$"""{ "provider": { "aws": {{ProviderSettings}} } }""");
        return new TerraformFolder(folder, Environment);
    }

    /// <summary>Changes the configuration of a stack that <see cref="Prepare"/> has written. The state stays.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="synthesized">The new Terraform JSON.</param>
    public static void Change(string stack, string synthesized) =>
        Write(Repository.PathOf("artifacts", "tests", FolderOf(stack)), synthesized);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_emulator.IsValueCreated)
            _emulator.Value.Dispose();
        if (_isShared)
            Turn.Release();
    }

    // Without a limit the provider repeats for minutes what an emulator rejects.
    internal const string ProviderSettings = """{ "max_retries": 3, "s3_use_path_style": true, "skip_credentials_validation": true }""";

    /// <summary>The provider waits for minutes before it asks for the state of a new domain, but not longer than the timeout.</summary>
    internal static JsonObject WithoutWaiting(JsonObject stack)
    {
        foreach (var (_, domain) in stack["resource"]?["aws_opensearch_domain"]?.AsObject() ?? [])
            domain!["timeouts"] = new JsonObject { ["create"] = "1s", ["update"] = "1s", ["delete"] = "1s" };
        return stack;
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
        catch (Exception error)
            when (error is HttpRequestException or TaskCanceledException or InvalidOperationException or UriFormatException)
        {
            throw new InvalidOperationException(
                $"no local AWS: nothing answers at AWS_ENDPOINT_URL={endpoint} ({error.Message}); "
                + "start one there, or unset the variable to have moto started",
                error);
        }
    }

    // The path is as below cdktf.out: the state is in the folder, which a stack has to itself.
    private static string FolderOf(string stack) => Path.Combine("local-aws", stack, "cdktf.out", "stacks", stack);

    private static void Write(string folder, string synthesized)
    {
        var stack = WithoutWaiting(JsonObjects.Parse(synthesized));
        stack["terraform"]!.AsObject().Remove("backend");
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
        Assets.PutBeside(folder, stack);
    }
}
