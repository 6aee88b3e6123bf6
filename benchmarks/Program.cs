using Nautilus.Benchmarks;

var rounds = args is [var number] && int.TryParse(number, out var given) ? given : 5;

var contestants = new[] { Contestant.Nautilus(), Contestant.Stock(), Contestant.TypeScript(), Contestant.App() };
foreach (var missing in contestants.Where(contestant => contestant.Missing is not null))
    Console.WriteLine($"{missing.Name}: left out, {missing.Missing}");

var present = contestants.Where(contestant => contestant.Missing is null).ToArray();
Contestant.ShouldSynthesizeTheSame(present);

var results = present.ToDictionary(contestant => contestant.Name, _ => new List<Measurement>());
for (var round = 0; round < rounds; round++)
    foreach (var contestant in present)
        results[contestant.Name].Add(contestant.Synthesize());

Report.Print(results, rounds, against: Contestant.TypeScriptName);
