using static System.IO.Path;

namespace Nautilus.Testing.Emulation;

/// <summary>A Python that can load a fitting moto.</summary>
/// <param name="Python">The Python.</param>
/// <param name="Folder">The folder of moto, where it is not the Python's own.</param>
internal sealed record Moto(string Python, string? Folder = null)
{
    private const string Version = "5.2.1";

    private static readonly Lazy<Moto> Found = new(Search);

    private static string Installed => Repository.PathOf("artifacts", "moto");

    /// <summary>From the PATH, else installed under <c>artifacts/moto</c>: by pip, or from Debian's packages.</summary>
    public static Moto Find() => Found.Value;

    private static Moto Search()
    {
        if (OnPath() is { } present)
            return present;

        var reasons = new List<string>();
        return FromPip(reasons) ?? FromDebian(reasons) ?? throw new InvalidOperationException(
            $"no local AWS: moto_server {Version} or a later 5.2 is not on the PATH, "
            + $"and could not be installed ({string.Join("; ", reasons)}); "
            + $"run pip install 'moto[server]=={Version}', or start another local AWS and set AWS_ENDPOINT_URL to it");
    }

    /// <summary>The Python beside <c>moto_server</c>, where pip, pipx and pyenv put it.</summary>
    private static Moto? OnPath() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(PathSeparator)
         where File.Exists(Combine(folder, "moto_server"))
         select new Moto(Combine(folder, "python3")))
        .FirstOrDefault(moto => moto.Fits());

    private static Moto? FromPip(List<string> reasons)
    {
        var venv = Combine(Installed, "venv");
        var moto = new Moto(Combine(venv, "bin", "python3"));
        string[] install = ["-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "15", $"moto[server]=={Version}"];
        return moto.Fits()
            || (Succeeds(reasons, "python3", "-m", "venv", "--clear", venv) && Succeeds(reasons, moto.Python, install) && moto.Fits())
            ? moto : null;
    }

    /// <summary>From Debian's unstable suite, unpacked and not installed, and run by the system's own Python.</summary>
    private static Moto? FromDebian(List<string> reasons)
    {
        var unpacked = Combine(Installed, "debian");
        var moto = new Moto("/usr/bin/python3", Combine(unpacked, "usr/lib/python3/dist-packages"));
        var script = KitFiles.PathOf("Emulation", "moto-from-debian.sh");
        return moto.Fits() || (Succeeds(reasons, "sh", script, unpacked) && moto.Fits()) ? moto : null;
    }

    private bool Fits() => File.Exists(Python) && new Command(Python, Repository.Root)
    {
        Environment = new Dictionary<string, string?> { ["PYTHONPATH"] = Folder },
    }.Run("-B", Emulator.Launcher, "--check").ExitCode == 0;

    private static bool Succeeds(List<string> reasons, string program, params string[] arguments)
    {
        try
        {
            var result = new Command(program, Repository.Root).Run(arguments);
            if (result.ExitCode != 0)
                reasons.Add($"{GetFileName(program)}: {(result.Output + result.Error).Trim().Split('\n')[^1]}");
            return result.ExitCode == 0;
        }
        catch (InvalidOperationException error)
        {
            reasons.Add(error.Message);
            return false;
        }
    }
}
