namespace Nautilus.Tests.Conformance;

internal static class Waivers
{
    public static IReadOnlyList<Waiver> All { get; } =
    [
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 48 hours; 168 is no limit of AWS but a parameter of the control, to be set to 48.")
        {
            Stack = "NautilusStack",
        },
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 24 hours; 168 is no limit of AWS but a parameter of the control.")
        {
            Stack = "NautilusMonitoredStack",
        },
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document names no retention, so it is the service's own, 24 hours; longer costs by the hour.")
        {
            Stack = "DatacenterStack",
        },
    ];
}
