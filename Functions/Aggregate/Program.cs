using Nautilus.Functions.Aggregate;
using Nautilus.Functions.Runtime;

return LambdaLoop.Run(() =>
{
    var settings = Settings.FromEnvironment();
    var delivery = settings.DeliveryStream is { } stream ? new FirehoseClient(settings, stream) : null;
    return new WindowAggregation(settings, delivery, Console.OpenStandardOutput).Handle;
});
