using System.IO.Compression;
using HashiCorp.Cdktf;
using Nautilus.Processing;
using Nautilus.Testing;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class FunctionCodeTests
{
    [Fact]
    public void The_path_of_code_is_the_same_whatever_its_bytes_are_and_Terraform_sees_when_they_change()
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
    public void Code_that_is_not_there_is_refused() => Refused(FunctionCode.Zip("/nowhere/code.zip")).Should().Be(
        "function 'clean': code must be a file that is there, got '/nowhere/code.zip'; build it first, or mend the path");

    [Fact]
    public void Code_that_Lambda_could_not_start_is_refused()
    {
        var (other, text) = (Zipped("other", "handler.py"), Path.Combine(Repository.NewFolder("function-code-text"), "code.zip"));
        File.WriteAllText(text, "no zip");

        foreach (var file in new[] { other, text })
            Refused(FunctionCode.Zip(file)).Should().Be($"function 'clean': code must be a zip file of 50 MB at most with a file bootstrap at its top, got '{file}'");
    }

    [Fact]
    public void Code_that_is_too_large_to_be_sent_is_refused()
    {
        var file = Zipped("large", "bootstrap");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        using (var entry = zip.CreateEntry("data", CompressionLevel.NoCompression).Open())
            entry.Write(new byte[50_000_000]);

        Refused(FunctionCode.Zip(file)).Should().Contain("50 MB at most");
    }

    private static string Zipped(string name, string entry)
    {
        var file = Path.Combine(Repository.NewFolder($"function-code-{name}"), "code.zip");
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        using var content = new StreamWriter(zip.CreateEntry(entry).Open());
        content.Write(name);
        return file;
    }

    private static string Synthesize(FunctionCode code) => Testing.SynthScope(stack => new TransformFunction(stack, "transform", new Surroundings(stack).Transformer with { Code = code }));

    private static string Refused(FunctionCode code) =>
        FluentActions.Invoking(() => Synthesize(code)).Should().ThrowExactly<ArgumentException>().Which.Message;
}
