using System.Text;
using System.Text.Json.Nodes;
using Nautilus.Testing.Lambda;

namespace Tests.Functions;

/// <summary>Runs the programs that are deployed, over a Runtime API that works or fails.</summary>
public class LambdaLoopTests
{
    private static readonly byte[] Batch = FirehoseEvent.Of("""{"event_type":"click","event_time":1795236660}"""u8.ToArray());

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Events_are_answered_one_after_another(bool isChunked, bool closesConnections)
    {
        using var player = new RuntimeApiPlayer { IsChunked = isChunked, ClosesConnections = closesConnections };
        using var function = BuiltFunction.Start("transform", player);

        for (var i = 0; i < 5; i++)
        {
            var answer = await player.Invoke(Batch);
            (answer.Kind, answer.ContentType).Should().Be(("response", "application/json"));
            TransformedRecord.ReadAll(answer.Body).Single().IsGood.Should().BeTrue();
        }
    }

    [Fact]
    public async Task A_failure_is_reported_and_the_next_event_is_answered()
    {
        using var player = new RuntimeApiPlayer();
        using var function = BuiltFunction.Start("transform", player);

        var failure = await player.Invoke("""{"not":"from Firehose"}"""u8.ToArray());
        (failure.Kind, failure.ErrorType).Should().Be(("error", "Function.JsonException"));
        failure.ContentType.Should().Be("application/vnd.aws.lambda.error+json");
        var report = JsonNode.Parse(failure.Body)!.AsObject();
        report.Select(member => member.Key).Should().Equal("errorMessage", "errorType", "stackTrace");
        ((string?)report["errorMessage"]).Should().Be("the event has no records: it is not from Firehose");
        report["stackTrace"]!.AsArray().Should().NotBeEmpty();

        (await player.Invoke(Batch)).Kind.Should().Be("response");
    }

    [Fact]
    public async Task A_large_event_comes_through_whole()
    {
        using var player = new RuntimeApiPlayer();
        using var function = BuiltFunction.Start("transform", player);
        var data = $$"""{"event_type":"a","event_time":1795236660,"note":"{{new string('x', 900)}}"}""";
        var batch = FirehoseEvent.Of(Enumerable.Repeat(Encoding.UTF8.GetBytes(data), 3000));

        var answer = await player.Invoke(batch);

        TransformedRecord.ReadAll(answer.Body).Should().HaveCount(3000).And.OnlyContain(record => record.IsGood);
    }

    [Fact]
    public async Task A_response_that_Lambda_finds_too_large_is_the_failure_of_its_event()
    {
        using var player = new RuntimeApiPlayer();
        player.Refusals["/response"] = 413;
        using var function = BuiltFunction.Start("transform", player);

        var answer = await player.Invoke(Batch);
        answer.Kind.Should().Be("error");
        answer.Text.Should().Contain("Lambda refused a response of");

        player.Refusals.Clear();
        (await player.Invoke(Batch)).Kind.Should().Be("response");
    }

    [Theory]
    [InlineData("invocation/next", 403, "the next event was refused: the Runtime API answered 403")]
    [InlineData("invocation/next", 500, "the next event was refused: the Runtime API answered 500")]
    [InlineData("/response", 500, "a response was refused: the Runtime API answered 500")]
    [InlineData("/response", 400, "a response was refused: the Runtime API answered 400")]
    public void A_Runtime_API_that_refuses_ends_the_process(string call, int status, string error)
    {
        using var player = new RuntimeApiPlayer();
        player.Refusals[call] = status;
        using var function = BuiltFunction.Start("transform", player);
        _ = player.Invoke(Batch);

        var (exitCode, errors) = function.WaitForExit();

        exitCode.Should().Be(1);
        errors.Should().Contain(error).And.NotContain("   at ", "the error must be one line, not a stack trace");
    }

    [Fact]
    public void A_Runtime_API_that_can_not_be_reached_ends_the_process()
    {
        using var player = new RuntimeApiPlayer();
        player.Dispose();
        using var function = BuiltFunction.Start("transform", player);

        var (exitCode, errors) = function.WaitForExit();

        exitCode.Should().Be(1);
        errors.Should().Contain($"the Runtime API at {player.Authority} can't be reached");
    }

    [Fact]
    public async Task A_function_that_can_not_be_created_reports_the_error_and_ends()
    {
        using var player = new RuntimeApiPlayer();
        var environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = "no address" };
        using var function = BuiltFunction.Start("aggregate", player, environment);

        var report = await player.InitializationError.WaitAsync(TimeSpan.FromSeconds(20));

        report.ErrorType.Should().Be("Runtime.UriFormatException");
        ((string?)JsonNode.Parse(report.Body)!["errorType"]).Should().Be("UriFormatException");
        function.WaitForExit().ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task A_window_is_aggregated_and_its_metrics_are_in_the_log()
    {
        using var player = new RuntimeApiPlayer();
        using var function = BuiltFunction.Start("aggregate", player);

        var call = StreamEvent.Of(AggregateInProcess.Click(10), AggregateInProcess.Click(20));
        var first = WindowAnswer.Read((await player.Invoke(call.ToBytes())).Body, "");
        var final = (await player.Invoke((StreamEvent.Of() with { State = first.State, IsFinal = true }).ToBytes())).Body;

        var clicks = WindowAnswer.Read(final, function.Stop()).Metrics()["click"];
        ((int?)clicks["Count"], (double?)clicks["Sum"]).Should().Be((2, 30));
    }
}
