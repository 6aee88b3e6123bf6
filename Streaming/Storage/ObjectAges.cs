using Nautilus.Foundations;

namespace Nautilus.Storage;

/// <summary>The ages at which objects move to cheaper storage, to an archive, and, if asked for, are deleted.</summary>
public sealed record ObjectAges
{
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
    private const int ShortestInfrequent = 30;

    /// <summary>Objects stay in standard storage and are never deleted.</summary>
    public static ObjectAges Kept { get; } = new() { InfrequentAfterDays = null, ArchiveAfterDays = null };

    /// <summary>When objects move to infrequent access, where storage costs less and reads cost more: 30 or more; never, if null.</summary>
    public int? InfrequentAfterDays { get; init; } = 90;

    /// <summary>When objects move to Glacier Instant Retrieval, from where they can be read at once; never, if null.</summary>
    public int? ArchiveAfterDays { get; init; } = 180;

    /// <summary>When objects move to Glacier Deep Archive, from where a read takes hours; never, unless given.</summary>
    public int? DeepArchiveAfterDays { get; init; }

    /// <summary>When objects are deleted; never, unless given.</summary>
    public int? DeleteAfterDays { get; init; }

    /// <summary>How long a deleted or overwritten object can be restored.</summary>
    public int OldVersionsDays { get; init; } = 30;

    internal IEnumerable<Rule> Rules =>
    [
        .. Steps.Select(step => Rule.AtLeast(step.Name, step.Days, step.Least)),
        .. Steps.Zip(Steps.Skip(1), IsLater),
        Rule.AtLeast(nameof(OldVersionsDays), OldVersionsDays, 1),
    ];

    private IReadOnlyList<Step> Steps =>
    [
        .. Step.Of(nameof(InfrequentAfterDays), InfrequentAfterDays, ShortestInfrequent),
        .. Step.Of(nameof(ArchiveAfterDays), ArchiveAfterDays),
        .. Step.Of(nameof(DeepArchiveAfterDays), DeepArchiveAfterDays),
        .. Step.Of(nameof(DeleteAfterDays), DeleteAfterDays),
    ];

    private static Rule IsLater(Step step, Step next)
    {
        var least = step.Name is nameof(InfrequentAfterDays) && next.Name is not nameof(DeleteAfterDays) ? ShortestInfrequent : 1;
        return Rule.That(next.Days - step.Days >= least,
            $"{next.Name} must be {least} or more above {step.Name}, got {next.Days} and {step.Days}");
    }

    private sealed record Step(string Name, int Days, int Least)
    {
        public static IEnumerable<Step> Of(string name, int? days, int least = 1) => days is { } given ? [new(name, given, least)] : [];
    }
}
