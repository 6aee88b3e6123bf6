namespace Nautilus.Testing.Replays;

/// <summary>A story of something that goes wrong at a stage, and is mended.</summary>
internal sealed record Trouble(string Name, params Symptom[] Symptoms)
{
    private const int Before = 120, After = 150;

    /// <summary>The alarms that go off, and no others: the stage, and what it is about.</summary>
    public required string[] Fires { get; init; }

    /// <summary>How many minutes the last of them takes at most.</summary>
    public required int Within { get; init; }

    /// <summary>For how many minutes the trouble lasts.</summary>
    public int Lasts { get; init; } = 90;

    public StageStory Story => new() { Minutes = Before + Lasts + After, Trouble = (Before + 1, Before + Lasts), Symptoms = Symptoms };

    public override string ToString() => Name;
}
