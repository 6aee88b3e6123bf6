using System.Globalization;
using System.Text.Json.Nodes;
using Nautilus.Testing.Pipelines;

namespace Tests.EndToEnd;

[Collection(Beside.EndToEnd)]
public sealed class PipelineTests(Pipeline pipeline) : IClassFixture<Pipeline>
{
    [Fact]
    public void The_stream_gives_every_record_that_it_took()
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

        pipeline.Lake.Select(entry => Line(
            (string)entry.Line["ingest_shard"]!, (string)entry.Line["ingest_sequence"]!, (string)entry.Line["ingest_subsequence"]!, Read(entry.Line))).ShouldBalance(expected);
    }

    [Fact]
    public void An_event_lies_under_its_type_and_hour() =>
        pipeline.Lake.Should().OnlyContain(entry => entry.Key.StartsWith(Place(Read(entry.Line)), StringComparison.Ordinal));

    [Fact]
    public void What_cannot_be_transformed_is_kept_with_its_payload() =>
        pipeline.NotTransformed.Select(Accounts.Label).ShouldBalance(Unreadable().Concat(Surplus()));

    [Fact]
    public void Only_what_a_response_has_no_room_for_fails_besides()
    {
        var big = pipeline.Sent.Where(sent => sent.Record.Key == "big").Select(sent => Accounts.Label(sent.Record.Data)).ToArray();

        Surplus().Should().NotBeEmpty().And.BeSubsetOf(big);
        Surplus().Count().Should().BeLessThan(big.Length);
    }

    [Fact]
    public void Every_event_is_counted_once_in_the_window_that_it_came_in()
    {
        var expected =
            from window in Counted()
            from type in window.Events.GroupBy(what => what.Type)
            select Result(window, type.Key, [.. type]);

        pipeline.Windows.Select(result =>
            $"{result["id"]} {result["count"]} {result["late"]} {result["sum"]} {result["min"]} {result["max"]}").ShouldBalance(expected);
    }

    [Fact]
    public void Copies_are_told_and_not_counted() => Copies().Should().BePositive().And.Be(Counted().Sum(window => window.Copies));

    [Fact]
    public void What_cannot_be_counted_is_put_aside_alone_and_with_its_payload() =>
        Aside().ShouldBalance(pipeline.Sent.Where(sent => !sent.Record.IsGood).Select(sent => $"{sent.Shard} {sent.Sequence} {Accounts.Label(sent.Record.Data)}"));

    [Fact]
    public void The_books_close()
    {
        var events = pipeline.Sent.Sum(sent => sent.Record.Events.Count);
        var aside = pipeline.Sent.Where(sent => !sent.Record.IsGood).Sum(sent => sent.Record.Events.Count);

        (pipeline.Lake.Count + pipeline.NotTransformed.Count).Should().Be(events);
        (pipeline.Windows.Sum(result => (int)result["count"]!) + Copies() + aside).Should().Be(events);
    }

    [Fact]
    public void It_all_holds_though_sandboxes_were_lost() => pipeline.LostSandboxes.Should().BeGreaterThan(5);

    private IEnumerable<string> Unreadable() =>
        pipeline.Sent.SelectMany(sent => sent.Record.Events).Where(what => what.Event is null).Select(what => Accounts.Label(what.Data));

    /// <summary>Good events that were not transformed.</summary>
    private IEnumerable<string> Surplus() => pipeline.NotTransformed.Select(Accounts.Label).Except(Unreadable());

    private int Copies() => pipeline.Metrics.Sum(metric => (int?)metric["Duplicates"] ?? 0);

    private IEnumerable<string> Aside() =>
        from failure in pipeline.PutAside
        from record in JsonNode.Parse((string)failure["payload"]!)!["Records"]!.AsArray()
        let kinesis = record["kinesis"]!
        select $"{failure["KinesisBatchInfo"]!["shardId"]} {kinesis["sequenceNumber"]} {Accounts.Label(Convert.FromBase64String((string)kinesis["data"]!))}";

    /// <summary>What a perfect reader would count, from what was sent and when it arrived.</summary>
    private IEnumerable<(string Stream, string Shard, DateTime Start, IReadOnlyList<Event> Events, int Copies)> Counted()
    {
        var sent = pipeline.Sent.ToDictionary(sent => (sent.Shard, sent.Sequence), sent => sent.Record);
        return
            from record in pipeline.Read
            group sent[(record.Shard, record.Sequence)] by (record.Shard, Start: EventSourceMapping.StartOf(record.Arrival)) into window
            let events = window.Where(record => record.IsGood).SelectMany(record => record.Events).Select(what => what.Event!).ToArray()
            let distinct = events.DistinctBy(what => what.Id).ToArray()
            select (pipeline.Stream, window.Key.Shard, window.Key.Start, (IReadOnlyList<Event>)distinct, events.Length - distinct.Length);
    }

    private static string Result((string Stream, string Shard, DateTime Start, IReadOnlyList<Event> Events, int Copies) window, string type, Event[] events) => string.Create(
        CultureInfo.InvariantCulture,
        $"{window.Stream}/{window.Shard}/{window.Start:yyyy-MM-dd'T'HH:mm:ss'Z'}/{type} {events.Length} {events.Count(what => what.Time < window.Start)} {events.Sum(what => what.Value)} {events.Min(what => what.Value)} {events.Max(what => what.Value)}");

    private static string Line(string shard, string sequence, string place, Event what) => string.Create(
        CultureInfo.InvariantCulture, $"{shard} {sequence} {place}: {what.Id} {what.Type} {what.Time:yyyy-MM-dd'T'HH:mm:ss.fff} {what.Value}");

    private static string Place(Event what) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirehoseDelivery.Events}event_type={what.Type}/year={what.Time:yyyy}/month={what.Time:MM}/day={what.Time:dd}/hour={what.Time:HH}/");

    private static Event Read(JsonObject line) => new(
        (string)line["event_id"]!,
        (string)line["event_type"]!,
        DateTime.Parse((string)line["event_time"]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        (double)line["value"]!);
}
