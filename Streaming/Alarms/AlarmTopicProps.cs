using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Alarms;

public sealed partial record AlarmTopicProps
{
    /// <summary>Each gets a mail with a link, and no alarm before somebody has followed it.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Endpoints of whom you page with. Each must confirm the subscription that SNS sends to it.</summary>
    public IReadOnlyList<string> HttpsEndpoints { get; init; } = [];

    internal string Checked(string id)
    {
        Rules.Check($"alarm topic '{id}'",
        [
            .. Emails.Select(email => (Rules.IsToken(email) || Email().IsMatch(email), $"an e-mail address must look like on-call@example.com, got '{email}'")),
            .. HttpsEndpoints.Select(url => (Rules.IsToken(url) || IsHttps(url), $"an endpoint must be a URL that begins with https://, got '{url}'")),
            .. Emails.Concat(HttpsEndpoints).GroupBy(endpoint => endpoint).Select(same => (same.Count() == 1, $"each subscriber must stand once, got '{same.Key}' {same.Count()} times")),
        ]);
        return id;
    }

    private static bool IsHttps(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex Email();
}
