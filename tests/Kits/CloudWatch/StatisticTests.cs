using Nautilus.Testing.CloudWatch;

namespace Tests.Kits.CloudWatch;

public sealed class StatisticTests
{
    private static readonly Sample[] Samples = [new(10, 3), new(2, 1), new(50, 1)];

    [Theory]
    [InlineData("Sum", 82)]
    [InlineData("SampleCount", 5)]
    [InlineData("Average", 16.4)]
    [InlineData("Minimum", 2)]
    [InlineData("Maximum", 50)]
    [InlineData("p50", 10)]
    [InlineData("p80", 10)]
    [InlineData("p99.9", 50)]
    public void A_statistic_of_samples(string name, double value) => Statistic.Of(Samples, name).Should().Be(value);

    [Fact]
    public void Without_samples_there_is_no_value() => Statistic.Of([], "Sum").Should().BeNull();

    [Fact]
    public void Another_statistic_is_an_error() =>
        FluentActions.Invoking(() => Statistic.Of(Samples, "TM(10%:90%)")).Should().Throw<NotSupportedException>();
}
