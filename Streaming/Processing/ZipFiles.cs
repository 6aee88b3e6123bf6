using System.IO.Compression;

namespace Nautilus.Processing;

/// <summary>Reads zip files of code before they are uploaded.</summary>
internal static class ZipFiles
{
    public static bool IsOne(string path) => Read(path, zip => zip.Entries.Count > 0);

    public static bool Holds(string path, string entry) => Read(path, zip => zip.GetEntry(entry) is not null);

    private static bool Read(string path, Func<ZipArchive, bool> question)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return question(zip);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
