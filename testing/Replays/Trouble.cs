namespace Nautilus.Testing.Replays;

/// <summary>A story in which something goes wrong and is fixed.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Symptoms">The metrics that have other values meanwhile.</param>
public sealed record Trouble(string Name, params Symptom[] Symptoms)
{
    private const int Before = 120, After = 150;

    /// <summary>The names of the alarms that must go off. No other may.</summary>
    public required IReadOnlyList<string> Fires { get; init; }

    /// <summary>How many minutes after the beginning the last of them must have gone off.</summary>
    public required int Within { get; init; }

    /// <summary>For how many minutes the trouble lasts.</summary>
    public int Lasts { get; init; } = 90;

    /// <summary>The story: two hours in which all is well, the trouble, and two and a half hours in which all is well again.</summary>
    public StageStory Story => new() { Minutes = Before + Lasts + After, Trouble = (Before + 1, Before + Lasts), Symptoms = Symptoms };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
