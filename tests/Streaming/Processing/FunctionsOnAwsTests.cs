using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

[Collection(Beside.FunctionsOnAws)]
public sealed class FunctionsOnAwsTests(LocalAws aws) : IClassFixture<LocalAws>
{
    private const string Name = "processing";

    [Fact]
    public void Functions_and_applications_are_deployed_and_new_code_updates_them_in_place()
    {
        var synthesized = Testing.SynthScope(stack =>
        {
            var around = new Surroundings(stack, preventDestroy: false);
            new StreamFunction(stack, "count", around.Reader with
            {
                Environment = new Dictionary<string, string> { ["DELIVERY_STREAM"] = "counts" },
            });
            new TransformFunction(stack, "transform", around.Transformer);
            new FlinkApplication(stack, "sessions", around.Sessions with
            {
                Properties = new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["source"] = new Dictionary<string, string> { ["stream.arn"] = around.Stream.Arn },
                },
                PreventDestroy = false,
            });
        });
        var terraform = aws.Prepare(Name, synthesized);
        try
        {
            terraform.Apply();
            terraform.ShouldHaveNothingToChange();

            foreach (var code in Directory.GetFiles(Folder, "*.zip", SearchOption.AllDirectories))
                File.AppendAllText(code, "more");
            terraform.PlanInALine().Should().Be("Plan: 0 to add, 4 to change, 0 to destroy.",
                "the code of two functions, of an object and of its application has changed");
        }
        finally
        {
            terraform.Destroy();
        }

        terraform.Addresses().Should().BeEmpty();
    }

    private static string Folder => Repository.PathOf("artifacts", "tests", "local-aws", Name, "cdktf.out", "stacks", Name, "assets");
}
