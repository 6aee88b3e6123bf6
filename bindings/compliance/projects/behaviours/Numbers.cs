using System.Globalization;
using Amazon.JSII.Tests.CalculatorNamespace;

namespace Behaviours;

/// <summary>Numbers of each .NET type, and those that JSON cannot express.</summary>
internal static class Numbers
{
    public static void Run()
    {
        var types = new AllTypes();
        foreach (var number in new[]
        {
            0, -0.0, 1, 0.1, 1e21, 1e-7, 123456789012345680, 1.7976931348623157e308, 5e-324, 9007199254740993, -8.1e298,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        })
        {
            var name = number.ToString("R", CultureInfo.InvariantCulture);
            Show.That($"number {name}", () =>
            {
                types.NumberProperty = number;
                return types.NumberProperty;
            });
            Show.That($"number {name} in any", () =>
            {
                types.AnyProperty = number;
                return types.AnyProperty;
            });
            Show.That($"number {name} in JSON", () => JsonFormatter.Stringify(number));
        }

        Show.That("1/-0 is kept", () =>
        {
            types.NumberProperty = -0.0;
            return double.IsNegative(types.NumberProperty);
        });
        foreach (var number in new object[]
        {
            (short)-1, (ushort)1, int.MinValue, uint.MaxValue, long.MaxValue, ulong.MaxValue, 0.1f, float.NaN, 1.1m, (byte)7,
        })
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{number.GetType().Name} {number}");
            Show.That($"{name} in any", () =>
            {
                types.AnyProperty = number;
                return types.AnyProperty;
            });
            Show.That($"{name} in JSON", () => JsonFormatter.Stringify(number));
        }

        Show.That("variadic numbers", () => new VariadicMethod(1, 2).AsArray(3, 4));
        Show.That("ints in any", () => JsonFormatter.Stringify(new[] { 1, 2, 3 }));
        Show.That("jagged numbers in any", () => JsonFormatter.Stringify(new[] { new[] { 1.5, 2 }, [3] }));
        Show.That("bytes in any", () => JsonFormatter.Stringify(new byte[] { 1, 2 }));
        Show.That("a rectangle of numbers in any", () => JsonFormatter.Stringify(new[,] { { 1, 2 }, { 3, 4 } }));
        Show.That("optional numbers in any", () => JsonFormatter.Stringify(new double?[] { 1, null }));
    }
}
