using Nautilus.Functions.Aggregate;

namespace Tests.Functions;

public class SketchTests
{
    public static TheoryData<string, Func<Random, double>> Distributions => new()
    {
        { "uniform", random => random.NextDouble() * 1000 },
        { "exponential", random => -Math.Log(1 - random.NextDouble()) * 20 },
        { "negative", random => -random.NextDouble() * 50 },
        { "around zero", random => random.NextDouble() - 0.5 },
        { "whole", random => random.Next(5) },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Quantiles_are_off_by_two_percent_at_most_or_by_little_beside_the_largest_value(string name, Func<Random, double> next)
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 10_000).Select(_ => next(random)).Order().ToArray();
        var sketch = Of(values);

        foreach (var share in (double[])[0, 0.5, 0.9, 0.99, 1])
        {
            var exact = values[(int)(share * (values.Length - 1))];
            var nearZero = Largest(values) / (name == "around zero" ? 160 : 28_000);
            var precision = Math.Max(Math.Abs(exact) * Sketch.RelativeError * 1.0001, nearZero);
            sketch.Quantile(share).Should().BeApproximately(exact, precision, "{0} of {1}", share, name);
        }
    }

    [Fact]
    public void A_sum_of_sketches_is_the_sketch_of_all_values()
    {
        var values = Enumerable.Range(1, 2000).Select(i => i * 0.7).ToArray();
        var sum = Of(values[..500]);
        sum.Add(Of(values[500..]));

        foreach (var share in (double[])[0, 0.1, 0.5, 0.99, 1])
            sum.Quantile(share).Should().Be(Of(values).Quantile(share));
    }

    [Fact]
    public void The_bins_are_bounded_and_the_high_quantiles_stay_exact()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => Math.Pow(10, i / 1000.0 - 3)).ToArray();
        var sketch = Of(values);

        sketch.Bins.Should().Be(Sketch.MaximumBins);
        sketch.Count.Should().Be(values.Length);
        sketch.Quantile(0.9).Should().BeApproximately(values[8999], values[8999] * Sketch.RelativeError);
        sketch.Quantile(0.01).Should().Be(0, "the values nearest to zero count as zero");
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MinValue)]
    [InlineData(0)]
    public void Extreme_values_have_a_bin(double value) =>
        double.IsFinite(Of(value).Quantile(0.5)).Should().BeTrue();

    private static double Largest(double[] values) => values.Max(Math.Abs);

    private static Sketch Of(params double[] values)
    {
        var sketch = new Sketch();
        foreach (var value in values)
            sketch.Add(value);
        return sketch;
    }
}
