namespace Nautilus.Tests.Conformance;

internal static class Waivers
{
    public static IReadOnlyList<Waiver> All { get; } =
    [
        new("Kinesis.3", "aws_kinesis_stream", "The stack's document asks for 48 hours; 168 is no limit of AWS but a parameter of the control, to be set to 48.")
        {
            Stack = "NautilusStack",
        },
    ];
}
