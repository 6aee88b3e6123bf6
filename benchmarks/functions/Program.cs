using System.Text.Json.Nodes;
using Nautilus.Benchmarks.Functions;
using Nautilus.Testing.Lambda;

const int records = 1000;
const int batches = 100;
const int coldStarts = 11;

var rounds = args is [var number] && int.TryParse(number, out var given) ? given : 5;
var root = Root();
var bootstrap = FunctionProcess.Unpack(
    Path.Combine(root, "artifacts", "functions", "transform.zip"),
    Path.Combine(root, "artifacts", "benchmarks", "transform"));
var nautilus = new Contestant("Nautilus", bootstrap);
var node = new Contestant("Node.js", "node", Path.Combine(root, "benchmarks", "functions", "node", "main.mjs"));
var (few, many) = (Batch.Of(10), Batch.Of(records));

if (!JsonNode.DeepEquals(nautilus.Transform(many), node.Transform(many)))
    throw new InvalidOperationException(
        $"{nautilus.Name} and {node.Name} transform the same records differently: their times can't be compared");

var results = new Dictionary<string, List<(double Cold, double Rate, double Memory)>>();
for (var round = 0; round < rounds; round++)
    foreach (var contestant in new[] { nautilus, node })
    {
        var cold = Median(Enumerable.Range(0, coldStarts).Select(_ => contestant.ColdStart(few)));
        var (rate, memory) = contestant.Work(many, records, batches);
        (results.TryGetValue(contestant.Name, out var list) ? list : results[contestant.Name] = []).Add((cold, rate, memory));
    }

Console.WriteLine(
    $"Transformation of {many.Length / records} bytes a record in batches of {records}: "
    + $"median of {rounds} rounds, and the ratio to {node.Name}");
Console.WriteLine($"{"",-12}{"cold start ms",18}{"records/s",20}{"peak MB",16}");
foreach (var name in results.Keys)
{
    var cold = Cell(name, run => run.Cold, "0.0", 18);
    var rate = Cell(name, run => run.Rate, "0", 20);
    var memory = Cell(name, run => run.Memory, "0", 16);
    Console.WriteLine($"{name,-12}{cold}{rate}{memory}");
}

string Cell(string name, Func<(double Cold, double Rate, double Memory), double> value, string format, int width)
{
    var median = Median(results[name].Select(value));
    return $"{median.ToString(format)} ({median / Median(results[node.Name].Select(value)):0.00}x)".PadLeft(width);
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return sorted[sorted.Length / 2];
}

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "cdktf.sln")))
        folder = folder.Parent ?? throw new InvalidOperationException("this program must run from a build inside the repository");
    return folder.FullName;
}
