using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.App;
using Nautilus.Streams;

/// <summary>
/// Apps of the tests. .NET runs one of them instead of an assembly's own main if <c>DOTNET_STARTUP_HOOKS</c> names this assembly; the
/// variable <c>TEST_APP</c> names the app. https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal static class StartupHook
{
    public const string Mistaken = "mistaken";
    public const string Waiting = "waiting";

    public static void Initialize() => Environment.Exit(Synthesis.Run([], Environment.GetEnvironmentVariable("TEST_APP") switch
    {
        Mistaken => MakeMistakes,
        Waiting => WaitForever,
        var other => throw new InvalidOperationException($"TEST_APP must name an app, got '{other}'"),
    }));

    /// <summary>The environment of the process that becomes one of the apps.</summary>
    public static Dictionary<string, string?> EnvironmentOf(string app) => new()
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        ["CDKTF_CONTEXT_JSON"] = "{}",
        ["TEST_APP"] = app,
    };

    // Two mistakes that only the whole stack shows.
    private static void MakeMistakes(HashiCorp.Cdktf.App app, Deployment deployment)
    {
        var stack = new TerraformStack(app, "stack");
        deployment.Configure(stack, "stack");
        var stream = new DataStream(stack, "clicks", new()
        {
            Name = "clicks", Capacity = Capacity.Provisioned(1), ShardMetrics = [ShardMetric.IncomingBytes],
        });
        stream.AlarmWhenAShardIsHot();
        var producer = new ServiceRole(stack, "producer", Caller.EcsTask, stream.Location);
        _ = producer.Permissions;
    }

    private static void WaitForever(HashiCorp.Cdktf.App app, Deployment deployment)
    {
        Console.WriteLine("ready");
        Thread.Sleep(Timeout.Infinite);
    }
}
