using Nautilus.Testing.CloudWatch.MetricMath;

namespace Tests.Kits.CloudWatch;

public sealed class MetricMathTests
{
    private static readonly Dictionary<string, string> Given = new()
    {
        ["a"] = "30 20 0 0 -",
        ["b"] = "20 - 20 - -",
        ["c"] = "1 1 0 0 -",
        ["d"] = "30 - 0 0 30",
        ["e"] = "0 0 20 - 20",
        ["empty"] = "- - - - -",
    };

    [Theory]
    [InlineData("a < b", "0 0 1 0 -")]
    [InlineData("a >= 30", "1 0 0 0 -")]
    [InlineData("a > 15 AND b > 15", "1 0 0 0 -")]
    [InlineData("IF(c, d, e)", "30 0 20 - -")]
    [InlineData("IF(c, 5, e)", "5 5 20 - -")]
    [InlineData("IF(c, d, 5)", "30 0 5 5 -")]
    public void The_examples_of_AWS(string expression, string points) => Compute(expression).Should().Be(points);

    [Theory]
    [InlineData("a + b", "50 20 20 0 -")]
    [InlineData("a - b", "10 20 -20 0 -")]
    [InlineData("a * b", "600 0 0 0 -")]
    [InlineData("-a", "-30 -20 0 0 -")]
    [InlineData("a + 1", "31 21 1 1 -")]
    [InlineData("100 * a / 4", "750 500 0 0 -")]
    [InlineData("2 + 3 * 2 ^ 2 + c", "15 15 14 14 -")]
    [InlineData("(2 + 3) * c", "5 5 0 0 -")]
    [InlineData("8 - 4 - 2 + c", "3 3 2 2 -")]
    public void A_missing_value_counts_as_0_beside_one_that_exists(string expression, string points) =>
        Compute(expression).Should().Be(points);

    [Theory]
    [InlineData("a / b", "1.5 - 0 - -")]
    [InlineData("b / a", "0.667 0 - - -")]
    [InlineData("a / 0", "- - - - -")]
    [InlineData("100 * a / (a + b)", "60 100 0 - -")]
    public void A_division_by_0_is_missing(string expression, string points) => Compute(expression).Should().Be(points);

    [Theory]
    [InlineData("a == b", "0 0 0 1 -")]
    [InlineData("a != b", "1 1 1 0 -")]
    [InlineData("a <= b", "0 0 1 1 -")]
    [InlineData("c OR e", "1 1 1 0 1")]
    [InlineData("c || e", "1 1 1 0 1")]
    [InlineData("c && d", "1 0 0 0 0")]
    [InlineData("c AND e OR d", "1 0 0 0 1")]
    public void Comparisons_and_logic_give_0_or_1(string expression, string points) => Compute(expression).Should().Be(points);

    [Theory]
    [InlineData("IF(c, d)", "30 0 - - -")]
    [InlineData("IF(a > 10, 1, 0)", "1 1 0 0 -")]
    [InlineData("IF(1, d, e)", "30 - 0 0 30")]
    [InlineData("IF(0, d, e)", "0 0 20 - 20")]
    [InlineData("FILL(b, 0)", "20 0 20 0 0")]
    [InlineData("DIFF(a)", "- -10 -20 0 -")]
    [InlineData("DIFF(e)", "- 0 20 - -")]
    [InlineData("FILL(b, e)", "20 0 20 - 20")]
    [InlineData("SUM(FILL([b, e], 1))", "20 1 40 2 21")]
    [InlineData("TIME_SERIES(3)", "3 3 3 3 3")]
    [InlineData("TIME_SERIES(PERIOD(a))", "60 60 60 60 60")]
    public void Functions_of_series(string expression, string points) => Compute(expression).Should().Be(points);

    [Theory]
    [InlineData(true, "0 0 0 0 0")]
    [InlineData(false, "- - - - -")]
    public void Whether_FILL_gives_values_to_an_empty_series_is_open(bool fills, string points) =>
        Points.Write(Parser.Parse("FILL(empty, 0)")(In(new(5, 5, 1) { FillsTheEmpty = fills }))).Should().Be(points);

    [Theory]
    [InlineData("[a, b]", "30 20 0 0 - | 20 - 20 - -")]
    [InlineData("MAX([a, b])", "30 20 20 0 -")]
    [InlineData("MIN([a, b])", "20 20 0 0 -")]
    [InlineData("SUM([a, b])", "50 20 20 0 -")]
    [InlineData("AVG([a, b])", "25 10 10 0 -")]
    [InlineData("MAX([a, b, d])", "30 20 20 0 30")]
    [InlineData("SUM(100 / [a, b])", "8.333 5 5 - -")]
    [InlineData("[a, b] * [b, a]", "600 0 0 0 - | 600 0 0 0 -")]
    [InlineData("MAX([[a, b], d])", "30 20 20 0 30")]
    [InlineData("MAX([empty])", "- - - - -")]
    public void Functions_of_arrays(string expression, string points) => Compute(expression).Should().Be(points);

    [Theory]
    [InlineData("MAX(a)", "MAX of a single series depends on how far back an alarm looks: give it an array")]
    [InlineData("AVG(a) / a", "AVG of a single series depends on how far back an alarm looks: give it an array")]
    [InlineData("[a, 1]", "an array is of series")]
    [InlineData("max([a])", "max with 1 arguments is not modelled")]
    [InlineData("FILL(a, REPEAT)", "The given key 'REPEAT' was not present in the dictionary.")]
    [InlineData("a +", "'the end' is not a value")]
    [InlineData("a b", "'b' is not expected in: a b")]
    [InlineData("(a", "')' is missing before 'the end'")]
    [InlineData("a ? b", "not metric math: a ? b")]
    public void An_expression_that_an_alarm_can_not_rely_on_is_an_error(string expression, string message) =>
        FluentActions.Invoking(() => Compute(expression)).Should().Throw<Exception>().WithMessage(message);

    private static string Compute(string expression) =>
        Points.Write(Parser.Parse(expression)(In(new(5, 5, 1))));

    private static Scope In(Window window) => new(window, id => new Series(Points.Read(Given[id])));
}
