using System.Text;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Processing;

/// <summary>The properties that every function has.</summary>
public abstract record FunctionProps
{
    private const int LongestEnvironment = 4096;

    private protected FunctionProps()
    {
    }

    /// <summary>The function's name in AWS. A later change replaces the function.</summary>
    public required string Name { get; init; }

    /// <summary>The program.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>The key that encrypts the function's log and its environment.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>The memory in MB: 128 to 10240. The CPU of the function grows with the memory.</summary>
    public int MemoryMb { get; init; } = 512;

    /// <summary>How long one invocation may run. Longer invocations fail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many invocations can run at once. This concurrency is taken from the other functions of the account. Without it, the function
    /// shares the concurrency of the account.
    /// </summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>The environment variables of the program. They are not for secrets: Terraform's state has them in plain text.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<Rule> FunctionRules(TimeSpan longest) =>
    [
        Rule.Matches("name", Name, AwsNames.Function),
        .. Code.Rules,
        Rule.Between("memory", MemoryMb, 128, 10_240, "MB"),
        .. WholeSeconds("timeout", Timeout, TimeSpan.FromSeconds(1), longest),
        Rule.AtLeast("reserved concurrency", ReservedConcurrency, 1),
        .. Rule.AllMatch("the name of an environment variable", Environment.Keys, AwsNames.EnvironmentVariable),
        .. Environment.Keys.Select(name => Rule.That(!ReservedVariables.Contain(name),
            $"an environment variable must not be one that Lambda sets, got '{name}'")),
        Rule.AtMost("the size of the environment in bytes", EnvironmentLength, LongestEnvironment),
    ];

    private protected static IEnumerable<Rule> WholeSeconds(string what, TimeSpan span, TimeSpan least, TimeSpan most) =>
    [
        Rule.Between(what, span.TotalSeconds, least.TotalSeconds, most.TotalSeconds, "seconds"),
        Rule.Whole(what, span, TimeSpan.TicksPerSecond, "seconds"),
    ];

    private int EnvironmentLength => Environment.Where(variable => !Tokens.IsToken(variable.Value))
        .Sum(variable => Encoding.UTF8.GetByteCount(variable.Key + variable.Value));
}
