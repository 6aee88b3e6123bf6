using System.Globalization;
using System.Text;
using Nautilus.Testing.Lambda;

namespace Tests.EndToEnd;

/// <summary>Ten thousand records of every kind. Each has a unique id and a unique value, except for the duplicates.</summary>
internal static class Traffic
{
    public const int Count = 10_000;

    private static readonly string[] Types = ["click", "view", "order", "refund"];

    /// <param name="now">Most events happen in the three hours after this time, so that they are not late for any window.</param>
    public static IReadOnlyList<SentRecord> Of(DateTime now)
    {
        var records = new List<SentRecord>(Count);
        for (var i = 0; i < Count; i++)
            records.Add((i % 1000, i % 200) switch
            {
                _ when i is >= 4500 and < 4508 => Big(i, now),
                (301, _) => Aggregate(i, Good(10 * Count + i, now.AddHours(1)), Bad($"in an aggregate: {i}")),
                (302, _) => DamagedAggregate(i, now),
                (303 or 304, _) => TooLong(i, now),
                (_, 0) => Malformed(i, now),
                (_, < 10) => Aggregate(i, [.. Enumerable.Range(1, 3).Select(copy => Good(copy * Count + i, now.AddHours(copy)))]),
                (_, >= 100 and < 104) => records[i - 50],
                (_, >= 150 and < 156) => Single(i, Good(i, now.AddHours(-1))),
                _ => Single(i, Good(i, now.AddHours(1 + i % 3))),
            });
        return records;
    }

    private static SentRecord Single(int i, SentEvent sent) => new($"device-{i % 97}", sent.Data, sent);

    private static SentRecord Aggregate(int i, params SentEvent[] events) =>
        new($"device-{i % 97}", KplAggregate.Of(events.Select(sent => Encoding.UTF8.GetString(sent.Data))), events);

    private static SentRecord DamagedAggregate(int i, DateTime now)
    {
        var data = Aggregate(i, Good(i, now)).Data;
        data[^1] ^= 1;
        return Single(i, new(data, null));
    }

    private static SentRecord TooLong(int i, DateTime now) =>
        Single(i, Bad(Json(new($"{i}-{new string('x', 256)}", "click", now, i))));

    private static SentRecord Malformed(int i, DateTime now) => Single(i, (i / 200 % 5) switch
    {
        0 => Bad($"not JSON: {i}"),
        1 => Bad($$"""{"event_type":"click","value":{{i}}}"""),
        2 => Bad($$"""{"event_type":"click","event_time":"{{now:O}}","value":"{{i}}"}"""),
        3 => Bad(Json(new($"{i}", "click", now, i))[..^1]),
        _ => new([.. Encoding.UTF8.GetBytes($"not UTF-8: {i}"), 0xFF], null),
    });

    /// <summary>Good, and so full of quotes that four of them, transformed, exceed the response of a function.</summary>
    private static SentRecord Big(int i, DateTime now)
    {
        var sent = new Event($"{i}", "big", now, i);
        var texts = string.Join(',', Enumerable.Repeat("\"\"", 255_000));
        var data = Encoding.UTF8.GetBytes($"{Json(sent)[..^1]},\"texts\":[{texts}]}}");
        return new("big", data, new SentEvent(data, sent));
    }

    private static SentEvent Good(int i, DateTime time)
    {
        var sent = new Event($"{i}", Types[i % Types.Length], time, i);
        return new(Encoding.UTF8.GetBytes(Json(sent)), sent);
    }

    private static SentEvent Bad(string data) => new(Encoding.UTF8.GetBytes(data), null);

    private static string Json(Event sent)
    {
        var (id, type, time, value) = sent;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"event_type":"{{type}}","event_time":"{{time:O}}","event_id":"{{id}}","value":{{value}},"page":"/{{id}}"}""");
    }
}
