using System.Reflection;

namespace Amazon.JSII.Runtime;

/// <summary>
/// The folder with the files that Node.js reads: the kernel, the npm packages and the cache of compiled code. It belongs to the user alone,
/// because what is in it is executed. If the user's cache folder cannot be used, a temporary folder takes its place until the process ends.
/// </summary>
internal sealed class UserFolder
{
    private const UnixFileMode OfUserAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly bool _isTemporary;

    private UserFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    public static UserFolder Current
    {
        get => field ??= Open();
        private set;
    }

    public string Path { get; }

    /// <summary>Copies a resource of an assembly into the folder, unless it is there.</summary>
    public string Extract(Assembly assembly, string resource, string file)
    {
        try
        {
            return Copy(assembly, resource, file);
        }
        catch (Exception failure) when (IsRefused(failure) && !_isTemporary)
        {
            Current = Temporary();
            return Current.Extract(assembly, resource, file);
        }
        catch (Exception failure) when (IsRefused(failure))
        {
            throw new JsiiError($"the files of Node.js cannot be written to '{Path}': {failure.Message}", failure);
        }
    }

    public void Release()
    {
        try
        {
            if (_isTemporary)
                Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (IsRefused(failure))
        {
            // The clean-up of temporary folders removes it.
        }
    }

    private static UserFolder Open()
    {
        var caches = OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named && System.IO.Path.IsPathRooted(named)
                ? named
                : OperatingSystem.IsWindows()
                    ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                    : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        try
        {
            return System.IO.Path.IsPathRooted(caches) ? new(Private(System.IO.Path.Combine(caches, "nautilus-jsii")), false) : Temporary();
        }
        catch (Exception failure) when (IsRefused(failure))
        {
            return Temporary();
        }
    }

    private static UserFolder Temporary()
    {
        try
        {
            return new(Directory.CreateTempSubdirectory("nautilus-jsii-").FullName, true);
        }
        catch (Exception failure) when (IsRefused(failure))
        {
            throw new JsiiError($"no folder for the files of Node.js can be created: {failure.Message}", failure);
        }
    }

    private static string Private(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path).FullName;

        Directory.CreateDirectory(path, OfUserAlone);
        // Only the owner of a folder can set its mode: this refuses a folder that somebody else has made.
        if (File.GetUnixFileMode(path) != OfUserAlone)
            File.SetUnixFileMode(path, OfUserAlone);
        return path;
    }

    // Another process never sees a part of a file: the file gets its name when it is whole.
    private string Copy(Assembly assembly, string resource, string file)
    {
        var target = System.IO.Path.Combine(Path, file);
        using var from = assembly.GetManifestResourceStream(resource)!;
        if (new FileInfo(target) is { Exists: true } known && known.Length == from.Length)
            return target;

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        RemoveOldFiles();
        var partial = $"{target}.{Guid.NewGuid():N}";
        try
        {
            using (var to = File.Create(partial))
                from.CopyTo(to);
            File.Move(partial, target, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }

        return target;
    }

    // What earlier versions needed. What is still needed is copied again. The kernel itself cleans the folder of the packages.
    private void RemoveOldFiles()
    {
        var folder = new DirectoryInfo(Path);
        foreach (var file in folder.EnumerateFiles().Where(IsOld))
            file.Delete();
        foreach (var kernel in folder.EnumerateDirectories("kernel-*").Where(IsOld))
            kernel.Delete(recursive: true);
    }

    private static bool IsOld(FileSystemInfo entry) => DateTime.UtcNow - entry.LastWriteTimeUtc > Lifetime;

    // A file over the limit of the process or of the disk is an argument out of range in .NET.
    private static bool IsRefused(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}
