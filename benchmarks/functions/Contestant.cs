using System.Diagnostics;
using System.Text.Json.Nodes;
using Nautilus.Testing.Lambda;

namespace Nautilus.Benchmarks.Functions;

/// <summary>A program that transforms batches from Firehose.</summary>
internal sealed record Contestant(string Name, string Program, params string[] Arguments)
{
    /// <summary>The answer to one event, with its data decoded, line by line, as Firehose delivers it.</summary>
    public JsonNode Transform(byte[] batch)
    {
        using var player = new RuntimeApiPlayer();
        using var function = new FunctionProcess(player, Program, Arguments);
        var answer = JsonNode.Parse(Answer(player, batch).Body)!;
        foreach (var record in answer["records"]!.AsArray())
            if ((string)record!["result"]! == "Ok")
                record["data"] = new JsonArray([.. System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)record["data"]!))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))]);
        return answer;
    }

    /// <summary>Milliseconds from the start of the process to its first answer.</summary>
    public double ColdStart(byte[] batch)
    {
        using var player = new RuntimeApiPlayer();
        var clock = Stopwatch.StartNew();
        using var function = new FunctionProcess(player, Program, Arguments);
        Answer(player, batch);
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Records a second of a warm process, and its peak memory.</summary>
    public (double RecordsPerSecond, double PeakMegabytes) Work(byte[] batch, int records, int batches)
    {
        using var player = new RuntimeApiPlayer();
        using var function = new FunctionProcess(player, Program, Arguments);
        for (var i = 0; i < batches; i++)
            Answer(player, batch);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < batches; i++)
            Answer(player, batch);
        return (records * batches / clock.Elapsed.TotalSeconds, function.PeakMegabytes);
    }

    private RuntimeApiPlayer.Answer Answer(RuntimeApiPlayer player, byte[] batch)
    {
        var answer = player.Invoke(batch).GetAwaiter().GetResult();
        return answer.Kind == "response" ? answer : throw new InvalidOperationException($"{Name} failed: {answer.Text}");
    }
}
