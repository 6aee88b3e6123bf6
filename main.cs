using Nautilus.Stacks;

return Synthesis.Run((app, deployment) =>
{
    new NautilusStack(app, "nautilus", deployment);
});
