using System.Text;
using System.Text.RegularExpressions;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Processing;

/// <summary>What every function has.</summary>
public abstract partial record FunctionProps
{
    private const int LongestEnvironment = 4096;

    private static readonly HashSet<string> OfLambda =
    [
        "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT",
    ];

    private protected FunctionProps()
    {
    }

    /// <summary>The function's name in AWS.</summary>
    public required string Name { get; init; }

    public required FunctionCode Code { get; init; }

    /// <summary>Encrypts its log, and its environment.</summary>
    public required CustomerKey Key { get; init; }

    /// <summary>128 to 10240. Its share of the processors grows with it.</summary>
    public int MemoryMb { get; init; } = 512;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many may run at once, taken out of what the account's other functions can have; as many as there are, unless given.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>What the program finds in its environment. No place for secrets: it stands in the state.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<(bool Holds, string Rule)> RulesOfFunction(TimeSpan longest) =>
    [
        (Rules.IsToken(Name) || AwsName().IsMatch(Name), $"name must be 1 to 64 of a-z, A-Z, 0-9, '_' and '-', got '{Name}'"),
        Code.Check,
        (MemoryMb is >= 128 and <= 10_240, $"memory must be 128 to 10240 MB, got {MemoryMb}"),
        WholeSeconds("timeout", Timeout, 1, longest),
        (ReservedConcurrency is null or >= 1, $"reserved concurrency must be 1 at least, got {ReservedConcurrency}: it would never run"),
        .. Environment.Keys.Select(name => (VariableName().IsMatch(name) && !OfLambda.Contains(name),
            $"a variable's name must begin with a letter, have letters, digits and '_', 2 at least, and be none of Lambda's own, got '{name}'")),
        (EnvironmentLength <= LongestEnvironment, $"the environment must have {LongestEnvironment} bytes at most, got {EnvironmentLength}"),
    ];

    private protected static (bool, string) WholeSeconds(string what, TimeSpan span, int least, TimeSpan most) => (
        span.TotalSeconds >= least && span <= most && span.Ticks % TimeSpan.TicksPerSecond == 0,
        $"{what} must be {least} to {most.TotalSeconds} seconds, and whole ones, got {span.TotalSeconds}");

    private int EnvironmentLength => Environment.Where(variable => !Rules.IsToken(variable.Value))
        .Sum(variable => Encoding.UTF8.GetByteCount(variable.Key + variable.Value));

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex AwsName();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]+\z")]
    private static partial Regex VariableName();
}
