using Nautilus.Testing.CloudWatch;

namespace Tests.Kits.CloudWatch;

/// <summary>The examples that AWS gives in "Configuring how CloudWatch alarms treat missing data".</summary>
public sealed class MissingDataTests
{
    private const string Kept = "kept";

    [Theory]
    [InlineData("0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData("0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData("- - - - -", "INSUFFICIENT_DATA", Kept, "ALARM", "OK")]
    [InlineData("0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("- - X - -", "ALARM", Kept, "ALARM", "OK")]
    public void Three_of_three_as_AWS_documents(string points, string missing, string ignore, string breaching, string notBreaching) =>
        ShouldBe(3, points, missing, ignore, breaching, notBreaching);

    [Theory]
    [InlineData("0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData("- - - X -", "ALARM", Kept, "ALARM", "OK")]
    public void Two_of_three_as_AWS_documents(string points, string missing, string ignore, string breaching, string notBreaching) =>
        ShouldBe(2, points, missing, ignore, breaching, notBreaching);

    [Theory]
    [InlineData("- - - - X")]
    [InlineData("- - - X -")]
    [InlineData("- - - X 0")]
    [InlineData("- - X - 0")]
    public void No_premature_alarm_before_M_periods(string points)
    {
        State("missing", 3, points, AlarmState.OK).Should().Be("OK");
        State("ignore", 3, points, AlarmState.OK).Should().Be("OK");
    }

    [Theory]
    [InlineData("X X X 0 0", "OK")]
    [InlineData("X X 0 0 X", "OK")]
    [InlineData("0 0 X X 0", "ALARM")]
    public void With_nothing_missing_only_the_last_N_points_count(string points, string state)
    {
        foreach (var treatment in new[] { "missing", "ignore", "breaching", "notBreaching" })
            State(treatment, 2, points, AlarmState.OK).Should().Be(state, treatment);
    }

    [Fact]
    public void A_point_from_farther_back_replaces_a_missing_one() =>
        State("notBreaching", 2, "0 X - X 0", AlarmState.OK).Should().Be("ALARM");

    [Fact]
    public void Another_treatment_is_an_error() =>
        FluentActions.Invoking(() => State("breach", 2, "- - - - -", AlarmState.OK)).Should().Throw<NotSupportedException>()
            .WithMessage("treat_missing_data 'breach' is not known");

    private static void ShouldBe(int datapoints, string points, string missing, string ignore, string breaching, string notBreaching)
    {
        foreach (var current in Enum.GetValues<AlarmState>())
        {
            State("missing", datapoints, points, current).Should().Be(missing);
            State("ignore", datapoints, points, current).Should().Be(ignore == Kept ? current.ToString() : ignore);
            State("breaching", datapoints, points, current).Should().Be(breaching);
            State("notBreaching", datapoints, points, current).Should().Be(notBreaching);
        }
    }

    private static string State(string treatment, int datapoints, string points, AlarmState current)
    {
        var rules = new MissingData(treatment, datapoints, EvaluationPeriods: 3);
        bool?[] read = [.. points.Split(' ').Select(point => point switch { "X" => true, "0" => false, _ => (bool?)null })];
        read.Should().HaveCount(rules.EvaluationRange);
        return rules.State(read, current).ToString();
    }
}
