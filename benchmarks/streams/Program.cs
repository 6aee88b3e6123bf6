using Nautilus.App;
using Nautilus.Stacks;

// The same stacks as in benchmarks/typescript.
return Synthesis.Run(args, (app, deployment) =>
{
    new NautilusStack(app, "nautilus", deployment);
    new DatacenterStack(app, "datacenter", deployment);
});
