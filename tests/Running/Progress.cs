using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Tests.Running;

/// <summary>
/// Prints a line when the last test of a group has ended: how many tests it has, and how long its classes took with their fixtures.
/// A group is a folder of tests.
/// </summary>
/// <param name="tests">All tests that run.</param>
/// <param name="results">Gets all messages of the run.</param>
/// <param name="lines">Prints the lines.</param>
internal sealed class Progress(IReadOnlyCollection<ITestCase> tests, IMessageSink results, IMessageSink lines)
    : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly ConcurrentDictionary<ITestClass, long> _begun = [];
    private readonly Dictionary<string, Group> _groups = tests.GroupBy(GroupOf).ToDictionary(group => group.Key, group => new Group
    {
        Tests = group.Count(),
        ClassesLeft = group.Select(test => test.TestMethod.TestClass.Class.Name).Distinct().Count(),
    });

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestClassStarting { TestClass: var starting })
            _begun[starting] = Stopwatch.GetTimestamp();
        if (message is ITestClassFinished finished)
            End(finished);
        return results.OnMessage(message);
    }

    private void End(ITestClassFinished finished)
    {
        var name = GroupOf(finished.TestCases.First());
        lock (_groups)
        {
            var group = _groups[name];
            group.Took += Stopwatch.GetElapsedTime(_begun[finished.TestClass]);
            group.Failed += finished.TestsFailed;
            if (--group.ClassesLeft == 0)
                lines.OnMessage(new DiagnosticMessage(Line(name, group)));
        }
    }

    private static string Line(string name, Group group) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {group.Tests} tests, {(group.Failed == 0 ? "passed" : $"{group.Failed} failed")}, {group.Took.TotalSeconds:0.0} s");

    private static string GroupOf(ITestCase test)
    {
        var folders = test.TestMethod.TestClass.Class.Name.Split('.')[1..^1];
        return string.Join('/', folders);
    }

    private sealed class Group
    {
        public required int Tests { get; init; }

        public required int ClassesLeft { get; set; }

        public int Failed { get; set; }

        public TimeSpan Took { get; set; }
    }
}
