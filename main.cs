using Nautilus.App;
using Nautilus.Stacks;

return Synthesis.Run(args, (app, deployment) =>
{
    new NautilusStack(app, "nautilus", deployment);
    new NautilusMonitoredStack(app, "nautilus-monitored", deployment);
    new DatacenterStack(app, "datacenter", deployment);
    new IotStack(app, "iot", deployment);
    new StreamingEtlStack(app, "streaming-etl", deployment);
});
