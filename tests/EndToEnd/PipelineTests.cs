using System.Globalization;
using System.Text.Json.Nodes;
using Nautilus.Testing.Pipelines;

namespace Tests.EndToEnd;

[Collection(Beside.EndToEnd)]
public sealed class PipelineTests(Pipeline pipeline) : IClassFixture<Pipeline>
{
    [Fact]
    public void The_stream_returns_every_record_that_was_put()
    {
        pipeline.Sent.Should().HaveCount(Traffic.Count);
        pipeline.Read.Select(record => $"{record.Shard} {record.Sequence} {Accounts.Label(record.Data)}")
            .ShouldBalance(pipeline.Sent.Select(sent => $"{sent.Shard} {sent.Sequence} {Accounts.Label(sent.Record.Data)}"));
    }

    [Fact]
    public void Every_event_is_in_the_lake_once_or_among_the_failures()
    {
        var surplus = Surplus().ToHashSet();
        var expected =
            from sent in pipeline.Sent
            from place in sent.Record.Events.Select((what, place) => (what.Event, what.Data, Number: place))
            where place.Event is not null && !surplus.Contains(Accounts.Label(place.Data))
            select Line(sent.Shard, sent.Sequence, $"{place.Number}", place.Event);

        pipeline.Lake.Select(entry => LineOf(entry.Line)).ShouldBalance(expected);
    }

    [Fact]
    public void An_event_is_stored_under_its_type_and_hour() =>
        pipeline.Lake.Should().OnlyContain(entry => entry.Key.StartsWith(Place(Read(entry.Line)), StringComparison.Ordinal));

    [Fact]
    public void A_record_that_cannot_be_transformed_is_kept_with_its_payload() =>
        pipeline.NotTransformed.Select(Accounts.Label).ShouldBalance(Unreadable().Concat(Surplus()));

    [Fact]
    public void A_good_record_fails_only_if_the_response_has_no_room_for_it()
    {
        var big = pipeline.Sent.Where(sent => sent.Record.Key == "big").Select(sent => Accounts.Label(sent.Record.Data)).ToArray();

        Surplus().Should().NotBeEmpty().And.BeSubsetOf(big);
        Surplus().Count().Should().BeLessThan(big.Length);
    }

    [Fact]
    public void Every_event_is_counted_once_in_the_window_of_its_arrival()
    {
        var expected =
            from window in Counted()
            from type in window.Events.GroupBy(what => what.Type)
            select Result(window, type.Key, [.. type]);

        pipeline.Windows.Select(result =>
            $"{result["id"]} {result["count"]} {result["late"]} {result["sum"]} {result["min"]} {result["max"]}").ShouldBalance(expected);
    }

    [Fact]
    public void Duplicates_are_reported_and_not_counted() => Copies().Should().BePositive().And.Be(Counted().Sum(window => window.Copies));

    [Fact]
    public void A_record_that_cannot_be_counted_is_put_aside_alone_with_its_payload() =>
        Aside().ShouldBalance(
            from sent in pipeline.Sent
            where !sent.Record.IsGood
            select $"{sent.Shard} {sent.Sequence} {Accounts.Label(sent.Record.Data)}");

    [Fact]
    public void Every_event_is_accounted_for()
    {
        var events = pipeline.Sent.Sum(sent => sent.Record.Events.Count);
        var aside = pipeline.Sent.Where(sent => !sent.Record.IsGood).Sum(sent => sent.Record.Events.Count);

        (pipeline.Lake.Count + pipeline.NotTransformed.Count).Should().Be(events);
        (pipeline.Windows.Sum(result => (int)result["count"]!) + Copies() + aside).Should().Be(events);
    }

    [Fact]
    public void Sandboxes_are_lost_during_the_run() => pipeline.LostSandboxes.Should().BeGreaterThan(5);

    private IEnumerable<string> Unreadable() =>
        pipeline.Sent.SelectMany(sent => sent.Record.Events).Where(what => what.Event is null).Select(what => Accounts.Label(what.Data));

    /// <summary>The labels of good records that were not transformed.</summary>
    private IEnumerable<string> Surplus() => pipeline.NotTransformed.Select(Accounts.Label).Except(Unreadable());

    private int Copies() => pipeline.Metrics.Sum(metric => (int?)metric["Duplicates"] ?? 0);

    private IEnumerable<string> Aside() =>
        from failure in pipeline.PutAside
        from record in JsonNode.Parse((string)failure["payload"]!)!["Records"]!.AsArray()
        let kinesis = record["kinesis"]!
        let label = Accounts.Label(Convert.FromBase64String((string)kinesis["data"]!))
        select $"{failure["KinesisBatchInfo"]!["shardId"]} {kinesis["sequenceNumber"]} {label}";

    /// <summary>The windows that a perfect reader counts, from the records that were sent and their arrival.</summary>
    private IEnumerable<CountedWindow> Counted()
    {
        var sent = pipeline.Sent.ToDictionary(sent => (sent.Shard, sent.Sequence), sent => sent.Record);
        return
            from record in pipeline.Read
            group sent[(record.Shard, record.Sequence)] by (record.Shard, Start: EventSourceMapping.StartOf(record.Arrival)) into window
            let events = window.Where(record => record.IsGood).SelectMany(record => record.Events).Select(what => what.Event!).ToArray()
            let distinct = events.DistinctBy(what => what.Id).ToArray()
            select new CountedWindow(pipeline.Stream, window.Key.Shard, window.Key.Start, distinct, events.Length - distinct.Length);
    }

    private static string Result(CountedWindow window, string type, Event[] events)
    {
        var id = $"{window.Stream}/{window.Shard}/{window.Start:yyyy-MM-dd'T'HH:mm:ss'Z'}/{type}";
        var values = events.Select(what => what.Value).ToArray();
        var late = events.Count(what => what.Time < window.Start);
        return string.Create(
            CultureInfo.InvariantCulture, $"{id} {events.Length} {late} {values.Sum()} {values.Min()} {values.Max()}");
    }

    private static string LineOf(JsonObject line) => Line(
        (string)line["ingest_shard"]!, (string)line["ingest_sequence"]!, (string)line["ingest_subsequence"]!, Read(line));

    private static string Line(string shard, string sequence, string place, Event what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{shard} {sequence} {place}: {what.Id} {what.Type} {what.Time:yyyy-MM-dd'T'HH:mm:ss.fff} {what.Value}");

    private static string Place(Event what)
    {
        var hour = what.Time.ToString("'year='yyyy'/month='MM'/day='dd'/hour='HH", CultureInfo.InvariantCulture);
        return $"{Pipeline.Events}event_type={what.Type}/{hour}/";
    }

    private static Event Read(JsonObject line) => new(
        (string)line["event_id"]!,
        (string)line["event_type"]!,
        DateTime.Parse((string)line["event_time"]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        (double)line["value"]!);

    private sealed record CountedWindow(string Stream, string Shard, DateTime Start, IReadOnlyList<Event> Events, int Copies);
}
