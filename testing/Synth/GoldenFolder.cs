using System.Text.Json.Nodes;

namespace Nautilus.Testing.Synth;

/// <summary>
/// A folder of goldens: files that somebody has reviewed. For each stack it has <c>&lt;stack&gt;.tf.json</c>, all that the stack
/// synthesizes, with embedded JSON decoded. It may have <c>&lt;stack&gt;.addresses.txt</c>, the addresses of its resources, and
/// <c>&lt;stack&gt;.sample.json</c>, a record that its streams carry.
/// </summary>
/// <param name="path">The full path of the folder, such as <c>Repository.PathOf("tests", "Stacks")</c>.</param>
public sealed class GoldenFolder(string path)
{
    private const string Extension = ".tf.json";

    /// <summary>The names of the stacks that have a golden, sorted.</summary>
    public IReadOnlyList<string> Stacks =>
    [
        .. Directory.GetFiles(path, $"*{Extension}")
            .Select(file => Path.GetFileName(file)[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The full path of a stack's golden, whether it exists or not.</summary>
    /// <param name="stack">The stack's name.</param>
    public string PathOf(string stack) => Path.Combine(path, $"{stack}{Extension}");

    /// <summary>The reviewed Terraform JSON of a stack, as a copy that the caller may change.</summary>
    /// <param name="stack">The stack's name.</param>
    public JsonObject Read(string stack) => DecodedJson.Encode(JsonNode.Parse(File.ReadAllText(PathOf(Known(stack)))))!.AsObject();

    /// <summary>The reviewed Terraform JSON of a stack, as text.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <exception cref="ArgumentException">The stack has no golden.</exception>
    public string ReadText(string stack) => DecodedJson.Print(Read(stack));

    /// <summary>The record in <c>&lt;stack&gt;.sample.json</c>; without that file, a short text.</summary>
    /// <param name="stack">The stack's name.</param>
    public string SampleOf(string stack)
    {
        var sample = Path.Combine(path, $"{stack}.sample.json");
        return File.Exists(sample) ? File.ReadAllText(sample) : $"a record of {stack}";
    }

    /// <summary>
    /// Fails if the synthesized JSON differs from the golden, or if there is no golden yet. The synthesized JSON is then written
    /// beside the golden, as <c>&lt;stack&gt;.received.json</c>, and the message says how to read the difference and how to accept it.
    /// </summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="synthesized">The Terraform JSON of the stack.</param>
    public void Verify(string stack, string synthesized)
    {
        var golden = PathOf(stack);
        var decoded = DecodedJson.Print(DecodedJson.Decode(JsonNode.Parse(synthesized)));
        var received = Path.Combine(path, $"{stack}.received.json");
        var reviewed = File.Exists(golden) ? File.ReadAllText(golden).TrimEnd() : null;
        if (decoded == reviewed)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(received, decoded + "\n");
        var accept = $"Accept mv {Repository.Relative(received)} {Repository.Relative(golden)}";
        TestFailure.Report(reviewed is null
            ? $"""
                Stack '{stack}' has not been reviewed yet: {Repository.Relative(golden)} does not exist.
                Read   {Repository.Relative(received)}
                {accept}
                """
            : $"""
                Stack '{stack}' is not the reviewed one. The first difference is in line {FirstDifference(reviewed, decoded)}
                Read   git diff --no-index {Repository.Relative(golden)} {Repository.Relative(received)}
                {accept}
                """);
    }

    /// <summary>
    /// Fails if the stack has lost an address of <c>&lt;stack&gt;.addresses.txt</c> without a <c>moved</c> block, or has one that is not
    /// in that list. The list has one address a line, sorted.
    /// </summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="synthesized">The Terraform JSON of the stack.</param>
    public void VerifyAddresses(string stack, string synthesized)
    {
        var list = Path.Combine(path, $"{stack}.addresses.txt");
        var known = File.Exists(list) ? File.ReadAllLines(list) : [];
        if (StackAddresses.Complaint(stack, known, JsonNode.Parse(synthesized)!) is { } complaint)
            TestFailure.Report($"{complaint}\nThe list is {Repository.Relative(list)}");
    }

    /// <summary>The name of a stack that has a golden. A judge that found nothing about another name would pass for nothing.</summary>
    internal string Known(string stack) => File.Exists(PathOf(stack)) ? stack : throw new ArgumentException(
        $"stack '{stack}' has no golden in {Repository.Relative(path)}; the stacks there are {string.Join(", ", Stacks)}", nameof(stack));

    private static string FirstDifference(string reviewed, string synthesized)
    {
        var old = reviewed.Split('\n');
        var now = synthesized.Split('\n');
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"""
            {line + 1}:
              reviewed    {old.ElementAtOrDefault(line)?.Trim() ?? "(the end)"}
              synthesized {now.ElementAtOrDefault(line)?.Trim() ?? "(the end)"}
            """;
    }
}
