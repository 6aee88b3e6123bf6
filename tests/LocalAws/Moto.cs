using System.Globalization;
using Nautilus.Tests.Harness;

namespace Nautilus.Tests.LocalAws;

/// <summary>A Python that can load a fitting moto: from the PATH, else installed under <c>artifacts/moto</c>.</summary>
internal sealed record Moto(string Python, string? Path)
{
    private const string Version = "5.2.1";

    private static string Folder => Repository.PathOf("artifacts", "moto");

    public static Moto Find() => OnPath() ?? FromPip() ?? FromDebian() ?? throw new InvalidOperationException(
        $"no local AWS: there is no moto_server {Version} or later of 5.2 on the PATH, and neither pip nor Debian's packages could bring it; "
        + "install it with: pip install 'moto[server]==" + Version + "', or start another one and name it in AWS_ENDPOINT_URL");

    /// <summary>The Python beside <c>moto_server</c>, which is where pip, pipx and pyenv put both.</summary>
    public static Moto? OnPath() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
         where File.Exists(System.IO.Path.Combine(folder, "moto_server"))
         from python in new[] { "python3", "python" }
         let candidate = new Moto(System.IO.Path.Combine(folder, python), null)
         where candidate.Fits()
         select candidate).FirstOrDefault();

    public static Moto? FromPip()
    {
        var venv = System.IO.Path.Combine(Folder, "venv");
        var moto = new Moto(System.IO.Path.Combine(venv, "bin/python"), null);
        if (moto.Fits())
            return moto;

        if (!Runs("python3", "-m", "venv", "--clear", venv))
            return null;
        return Runs(moto.Python, "-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "15", $"moto[server]=={Version}") && moto.Fits() ? moto : null;
    }

    /// <summary>The packages of Debian's unstable suite, unpacked and not installed, run by the system's Python.</summary>
    public static Moto? FromDebian()
    {
        var unpacked = System.IO.Path.Combine(Folder, "debian");
        var moto = new Moto("/usr/bin/python3", System.IO.Path.Combine(unpacked, "usr/lib/python3/dist-packages"));
        if (moto.Fits())
            return moto;

        return Runs("sh", System.IO.Path.Combine(Repository.PathOf("tests", "LocalAws"), "moto-from-debian.sh"), unpacked) && moto.Fits() ? moto : null;
    }

    private bool Fits() => File.Exists(Python) && Run(Python, "-B", Emulator.Launcher, "--check");

    private static bool Runs(string program, params string[] arguments) => new Moto(program, null).Run(program, arguments);

    private bool Run(string program, params string[] arguments)
    {
        try
        {
            return new Command(program, Repository.Root)
            {
                Environment = new Dictionary<string, string?> { ["PYTHONPATH"] = Path },
            }.Run(arguments).ExitCode == 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
