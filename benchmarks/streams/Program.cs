using Nautilus.App;
using Nautilus.Stacks;

// What TypeScript is asked to synthesize too.
return Synthesis.Run(args, (app, deployment) =>
{
    new NautilusStack(app, "nautilus", deployment);
    new DatacenterStack(app, "datacenter", deployment);
});
