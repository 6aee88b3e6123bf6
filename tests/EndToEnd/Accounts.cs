namespace Tests.EndToEnd;

internal static class Accounts
{
    /// <summary>Each as often in the one as in the other, in any order.</summary>
    public static void ShouldBalance(this IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var balance = new Dictionary<string, int>();
        foreach (var item in expected)
            balance[item] = balance.GetValueOrDefault(item) + 1;
        foreach (var item in actual)
            balance[item] = balance.GetValueOrDefault(item) - 1;

        using var both = new FluentAssertions.Execution.AssertionScope();
        balance.Where(item => item.Value > 0).Select(item => item.Key).Should().BeEmpty("nothing may be lost");
        balance.Where(item => item.Value < 0).Select(item => item.Key).Should().BeEmpty("nothing may be there twice, and nothing that nobody sent");
    }

    /// <summary>Tells data apart, and is short enough for a message.</summary>
    public static string Label(byte[] data) =>
        $"{System.Text.Encoding.UTF8.GetString(data, 0, Math.Min(data.Length, 80))} #{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(data)[..8])}";
}
