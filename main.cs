using Nautilus.Stacks;

return Synthesis.Run(args, (app, deployment) =>
{
    new NautilusStack(app, "nautilus", deployment);
});
