using Nautilus.Benchmarks;

var rounds = args is [var number] && int.TryParse(number, out var given) ? given : 5;

var contestants = Contestants.Build();
foreach (var missing in contestants.Where(contestant => contestant.Missing is not null))
    Console.WriteLine($"{missing.Name}: left out, {missing.Missing}");

Console.WriteLine($"Synthesis: median of {rounds} rounds, and the ratio to {Contestants.Reference}");
foreach (var stacks in Case.All)
{
    var present = contestants.Where(contestant => contestant.Has(stacks)).ToArray();
    Contestant.ShouldSynthesizeTheSame(present, stacks);

    var results = present.ToDictionary(contestant => contestant.Name, _ => new List<Measurement>());
    for (var round = 0; round < rounds; round++)
        foreach (var contestant in present)
            results[contestant.Name].Add(contestant.Synthesize(stacks));
    Report.Print(stacks, results);
}
