using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.App;
using Nautilus.Streams;

/// <summary>
/// An app with one stack, which has two mistakes that only the whole stack shows. .NET runs it instead of this assembly's own main if
/// <c>DOTNET_STARTUP_HOOKS</c> names this assembly. https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => Environment.Exit(Synthesis.Run([], (app, deployment) =>
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
    }));
}
