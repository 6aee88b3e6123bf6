namespace Amazon.JSII.Runtime;

/// <summary>Passes on what Node.js writes to its standard error, and remembers the line that says why it ended.</summary>
internal sealed class NodeErrors
{
    private readonly Thread _thread;
    private string? _reason;
    private string? _last;

    public NodeErrors(StreamReader errors)
    {
        _thread = new Thread(() => PassOn(errors)) { IsBackground = true, Name = "Errors of Node.js" };
        _thread.Start();
    }

    /// <summary>The line that says why Node.js ended, or the last one.</summary>
    public string? LastWords(TimeSpan patience)
    {
        _thread.Join(patience);
        return _reason ?? _last;
    }

    private void PassOn(StreamReader errors)
    {
        while (errors.ReadLine() is { } line)
        {
            Console.Error.WriteLine(line);
            if (line.Trim() is not { Length: > 0 } words)
                continue;
            _last = words;
            if (words.Contains("Error:", StringComparison.Ordinal) || words.StartsWith("FATAL ERROR", StringComparison.Ordinal))
                _reason = words;
        }
    }
}
