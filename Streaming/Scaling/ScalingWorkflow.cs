namespace Nautilus.Streaming.Scaling;

internal static class ScalingWorkflow
{
    public static string Definition => "{}";
}
