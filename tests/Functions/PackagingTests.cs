using System.IO.Compression;
using Nautilus.Functions.Packing;

namespace Tests.Functions;

public class PackagingTests
{
    private static readonly Version AmazonLinux2023 = new(2, 34);

    public static TheoryData<string> Functions => ["transform", "aggregate"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_runs_with_the_libraries_of_Amazon_Linux_2023(string name)
    {
        var versions = new ElfFile(File.ReadAllBytes(BuiltFunction.ProgramOf(name))).NeededVersions;

        var glibc = versions
            .Where(version => version.StartsWith("GLIBC_", StringComparison.Ordinal))
            .Select(version => Version.Parse(version["GLIBC_".Length..]))
            .ToArray();
        glibc.Should().NotBeEmpty().And.OnlyContain(version => version <= AmazonLinux2023);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_zip_holds_one_executable_file(string name)
    {
        using var zip = ZipFile.OpenRead(BuiltFunction.ZipOf(name));

        var entry = zip.Entries.Should().ContainSingle().Subject;
        entry.FullName.Should().Be("bootstrap");
        (entry.ExternalAttributes >> 16).Should().Be(Convert.ToInt32("100755", 8) - 0x10000);
        entry.LastWriteTime.DateTime.Should().Be(new DateTime(1980, 1, 1));
        new FileInfo(BuiltFunction.ZipOf(name)).Length.Should().BeLessThan(50_000_000, "Lambda accepts no larger zip without a bucket");
    }

    [Fact]
    public void A_zip_is_marked_as_made_on_Unix_on_every_system()
    {
        var zip = BootstrapZip.Of([1, 2, 3]);

        var directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[directory + 5].Should().Be(3, "otherwise the permission to execute is ignored");
    }

    [Fact]
    public void The_checksum_is_that_of_zip_files() => Crc32.Of("123456789"u8).Should().Be(0xCBF43926);
}
