using Nautilus.Testing;
using Nautilus.Testing.Emulation;

namespace Tests.Kits.Emulation;

[Collection(Beside.EndToEnd)]
public sealed class LocalAwsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("somewhere")]
    public void An_endpoint_that_does_not_answer_is_one_line(string endpoint) =>
        FluentActions.Invoking(() => LocalAws.External(endpoint)).Should().Throw<InvalidOperationException>().Which.Message
            .Should().StartWith($"no local AWS: nothing answers at AWS_ENDPOINT_URL={endpoint} (")
            .And.EndWith("); start one there, or unset the variable to have moto started")
            .And.NotContain("\n");

    [Fact]
    public void A_moto_that_does_not_start_is_one_line()
    {
        var folder = Repository.NewFolder("broken-moto");
        Directory.CreateDirectory(Path.Combine(folder, "moto"));
        File.WriteAllText(Path.Combine(folder, "moto", "__init__.py"), "__version__ = '5.1.1'");

        FluentActions.Invoking(() => Emulator.Start(new Moto("python3", folder))).Should().Throw<InvalidOperationException>().WithMessage(
            "the local AWS did not start (moto 5.1.1 does not fit: the gaps closed here are those of 5.2, from 5.2.1 on); "
            + "start one yourself and set AWS_ENDPOINT_URL to it");
    }

    [Fact]
    public void It_ends_when_the_process_that_started_it_is_killed()
    {
        var moto = Moto.Find();
        var crashing = $"""
            import os, subprocess
            emulator = subprocess.Popen(['{moto.Python}', '-B', '{Emulator.Launcher}'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            emulator.stdout.readline()
            print(emulator.pid, flush=True)
            os.kill(os.getpid(), 9)
            """;

        var crashed = new Command(moto.Python, Repository.Root)
        {
            Environment = new Dictionary<string, string?> { ["PYTHONPATH"] = moto.Folder },
            Timeout = TimeSpan.FromSeconds(60),
        }.Run("-c", crashing);

        var emulator = int.Parse(crashed.Output, System.Globalization.CultureInfo.InvariantCulture);
        for (var attempt = 0; attempt < 50 && Directory.Exists($"/proc/{emulator}"); attempt++)
            Thread.Sleep(100);
        Directory.Exists($"/proc/{emulator}").Should().BeFalse();
    }
}
