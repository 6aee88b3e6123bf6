using System.IO.Compression;
using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FunctionCodeTests
{
    [Fact]
    public void The_path_of_code_does_not_change_with_the_code_but_its_hash_does()
    {
        var (first, second) = (Zipped("one", "bootstrap"), Zipped("two", "bootstrap"));
        var path = "assets/transform_function_code_F31578BB/code/code.zip";

        foreach (var zip in new[] { first, second })
            Synthesize(FunctionCode.Zip(zip)).Should().HaveResource("aws_lambda_function.transform_function_0500C126", new
            {
                filename = path,
                source_code_hash = $"${{filebase64sha256(\"{path}\")}}",
            });
    }

    [Fact]
    public void Code_that_does_not_exist_is_rejected() => Rejecting(FunctionCode.Zip("/nowhere/code.zip")).Should().Be(
        "function 'clean': code must be a file that exists, got '/nowhere/code.zip'; build it first, or fix the path");

    [Fact]
    public void Code_that_Lambda_could_not_start_is_rejected()
    {
        var (other, text) = (Zipped("other", "handler.py"), Path.Combine(Repository.NewFolder("function-code-text"), "code.zip"));
        File.WriteAllText(text, "no zip");

        foreach (var file in new[] { other, text })
            Rejecting(FunctionCode.Zip(file))
                .Should().Be($"function 'clean': code must be a zip file with a file bootstrap at its top, got '{file}'");
    }

    [Fact]
    public void Code_that_is_too_large_for_an_upload_is_rejected()
    {
        var file = Zipped("large", "bootstrap");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        using (var entry = zip.CreateEntry("data", CompressionLevel.NoCompression).Open())
            entry.Write(new byte[50_000_000]);

        Rejecting(FunctionCode.Zip(file)).Should().StartWith("function 'clean': the size of the code in MB must be 50 or less, got 50.");
    }

    private static string Zipped(string name, string entry)
    {
        var file = Path.Combine(Repository.NewFolder($"function-code-{name}"), "code.zip");
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        using var content = new StreamWriter(zip.CreateEntry(entry).Open());
        content.Write(name);
        return file;
    }

    private static string Synthesize(FunctionCode code) => Testing.SynthScope(stack =>
        new TransformFunction(stack, "transform", new Surroundings(stack).Transformer with { Code = code }));

    private static string Rejecting(FunctionCode code) => Rejected.AtOnce(() => Synthesize(code));
}
