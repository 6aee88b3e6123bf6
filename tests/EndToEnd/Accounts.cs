using System.Security.Cryptography;
using System.Text;

namespace Tests.EndToEnd;

/// <summary>Compares collections of records item by item.</summary>
internal static class Accounts
{
    /// <summary>Asserts that every item occurs as often in one collection as in the other, in any order.</summary>
    public static void ShouldBalance(this IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var balance = new Dictionary<string, int>();
        foreach (var item in expected)
            balance[item] = balance.GetValueOrDefault(item) + 1;
        foreach (var item in actual)
            balance[item] = balance.GetValueOrDefault(item) - 1;

        using var both = new FluentAssertions.Execution.AssertionScope();
        balance.Where(item => item.Value > 0).Select(item => item.Key).Should().BeEmpty("nothing must be lost");
        balance.Where(item => item.Value < 0).Select(item => item.Key)
            .Should().BeEmpty("nothing must occur twice, and nothing that was not sent");
    }

    /// <summary>A label that differs for different data, and is short enough for a message.</summary>
    public static string Label(byte[] data)
    {
        var start = Encoding.UTF8.GetString(data, 0, Math.Min(data.Length, 80));
        var hash = Convert.ToHexStringLower(SHA256.HashData(data)[..8]);
        return $"{start} #{hash}";
    }
}
