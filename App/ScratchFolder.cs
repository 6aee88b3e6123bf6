namespace Nautilus.App;

/// <summary>A folder for the temporary files of this process and its children. jsii leaves files behind on every run.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private static readonly string[] Variables = ["TMPDIR", "TMP", "TEMP"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nautilus-");

    public ScratchFolder()
    {
        foreach (var variable in Variables)
            Environment.SetEnvironmentVariable(variable, _folder.FullName);
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that a Node.js process still has open. The clean-up of its temporary folder removes them.
        }
    }
}
