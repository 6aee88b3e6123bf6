using System.Text.Json.Nodes;
using Nautilus.Functions.Aggregate;
using Nautilus.Testing.Lambda;
using static Nautilus.Testing.Lambda.StreamEvent;
using static Tests.Functions.AggregateInProcess;

namespace Tests.Functions;

public sealed class DeliveryTests : IDisposable
{
    private static readonly Dictionary<string, string?> Credentials = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SESSION_TOKEN"] = "token",
    };

    private readonly Dictionary<string, string?> _before = Credentials.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public DeliveryTests() => Set(Credentials);

    public void Dispose() => Set(_before);

    [Fact]
    public void The_results_of_a_window_are_put_into_Firehose()
    {
        using var firehose = new FirehosePlayer();

        Finish(firehose, Click(10), Click(type: "view"));

        var (headers, body) = firehose.Calls.Single();
        headers["X-Amz-Target"].Should().Be("Firehose_20150804.PutRecordBatch");
        headers["X-Amz-Security-Token"].Should().Be("token");
        headers["Authorization"].Should().MatchRegex(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-1/firehose/aws4_request, "
            + "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$");
        ((string?)body["DeliveryStreamName"]).Should().Be("results");
        Keys(body).Should().Equal("click", "view");
        Documents(body)[0].ToJsonString().Should().Be(JsonNode.Parse("""
            {
              "id": "events/shardId-000000000006/2026-11-21T04:51:00Z/click", "stream": "events", "shard": "shardId-000000000006",
              "window_start": "2026-11-21T04:51:00Z", "window_end": "2026-11-21T04:52:00Z", "is_part": false,
              "event_type": "click", "count": 1, "late": 0,
              "value_count": 1, "sum": 10, "min": 10, "max": 10, "p50": 10, "p90": 10, "p99": 10
            }
            """)!.ToJsonString());
    }

    [Fact]
    public void Only_records_that_Firehose_did_not_accept_are_retried()
    {
        using var firehose = new FirehosePlayer(FirehosePlayer.Failing(2), FirehosePlayer.Failing(1));

        Finish(firehose, Click(type: "a"), Click(type: "b"), Click(type: "c")).Metrics().Should().HaveCount(3);

        firehose.Calls.Select(call => string.Concat(Keys(call.Body))).Should().Equal("abc", "ab", "a");
    }

    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "LimitExceededException")]
    public void Temporary_errors_are_retried(int status, string type)
    {
        using var firehose = new FirehosePlayer(FirehosePlayer.Refusing(status, type));

        Finish(firehose, Click()).Metrics().Should().HaveCount(1);

        firehose.Calls.Should().HaveCount(2);
    }

    [Fact]
    public void A_refusal_fails_at_once_and_no_metric_is_written()
    {
        using var firehose = new FirehosePlayer(FirehosePlayer.Refusing(400, "AccessDeniedException"));

        FluentActions.Invoking(() => Finish(firehose, Click())).Should().Throw<InvalidOperationException>()
            .WithMessage("Firehose refused the records for 'results': 400*AccessDeniedException*");
        firehose.Calls.Should().ContainSingle();
    }

    [Fact]
    public void The_deadline_ends_the_attempts()
    {
        using var firehose = new FirehosePlayer(Enumerable.Repeat(FirehosePlayer.Failing(1), 100));

        FluentActions.Invoking(() => Finish(firehose, DateTimeOffset.UtcNow.AddSeconds(1.5), Click()))
            .Should().Throw<InvalidOperationException>()
            .WithMessage("Firehose stream 'results' did not accept 1 of 1 records: ServiceUnavailableException");
        firehose.Calls.Count.Should().BeInRange(1, 5);
    }

    [Fact]
    public void The_result_of_a_part_of_a_window_is_marked()
    {
        using var firehose = new FirehosePlayer();
        using var client = Client(firehose);

        (Of(Click()) with { IsFinal = true, IsTerminatedEarly = true }).Handle(delivery: client);

        ((bool?)Documents(firehose.Calls.Single().Body).Single()["is_part"]).Should().BeTrue();
    }

    [Fact]
    public async Task The_deployed_program_signs_with_the_credentials_of_its_role()
    {
        using var firehose = new FirehosePlayer();
        using var player = new RuntimeApiPlayer();
        using var function = BuiltFunction.Start("aggregate", player, new Dictionary<string, string>
        {
            ["DELIVERY_STREAM"] = "results", ["AWS_REGION"] = "eu-central-1", ["AWS_ENDPOINT_URL"] = $"{firehose.Endpoint}",
        });

        (await player.Invoke((Of(Click(10)) with { IsFinal = true }).ToBytes())).Kind.Should().Be("response");

        firehose.Calls.Single().Headers["Authorization"].Should().Contain("/eu-central-1/firehose/aws4_request");
    }

    private static WindowAnswer Finish(FirehosePlayer firehose, params string[] records) =>
        Finish(firehose, DateTimeOffset.UtcNow.AddMinutes(1), records);

    private static WindowAnswer Finish(FirehosePlayer firehose, DateTimeOffset deadline, params string[] records)
    {
        using var client = Client(firehose);
        return (Of(records) with { IsFinal = true }).Handle(delivery: client, deadline: deadline);
    }

    private static FirehoseClient Client(FirehosePlayer firehose) => new(new() { Endpoint = firehose.Endpoint }, "results");

    private static JsonNode[] Documents(JsonNode body) =>
        [.. body["Records"]!.AsArray().Select(record => JsonNode.Parse(Convert.FromBase64String((string)record!["Data"]!))!)];

    private static string[] Keys(JsonNode body) => [.. Documents(body).Select(document => (string)document["event_type"]!)];

    private static void Set(Dictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
            Environment.SetEnvironmentVariable(name, value);
    }
}
