using HashiCorp.Cdktf;
using Nautilus.App;
using Nautilus.Stacks;
using Nautilus.Streams;

// The same stacks as in benchmarks/typescript.
return Synthesis.Run([], (app, deployment) =>
{
    switch (args)
    {
        case ["one"]:
            new NautilusStack(app, "nautilus", deployment);
            break;
        case ["two"]:
            new NautilusStack(app, "nautilus", deployment);
            new DatacenterStack(app, "datacenter", deployment);
            break;
        case ["thousand"]:
            var stack = new TerraformStack(app, "thousand");
            deployment.Configure(stack, "thousand");
            for (var number = 0; number < 1000; number++)
                new DataStream(stack, $"stream-{number}", new()
                {
                    Name = $"stream-{number}",
                    Capacity = Capacity.OnDemand,
                    Retention = TimeSpan.FromHours(24),
                    PreventDestroy = deployment.ProtectsData,
                });
            break;
        default:
            throw new ArgumentException($"the argument must be one, two or thousand, got '{string.Join(' ', args)}'");
    }
});
