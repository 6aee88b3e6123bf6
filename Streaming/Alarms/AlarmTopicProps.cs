using Nautilus.Foundations;

namespace Nautilus.Alarms;

/// <summary>Who an <see cref="AlarmTopic"/> notifies.</summary>
public sealed record AlarmTopicProps
{
    private static readonly Pattern Email = Pattern.Of(@"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address, such as on-call@example.com",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html");

    /// <summary>E-mail addresses. SNS sends a link to each one, and no alarm before somebody follows that link.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Endpoints of paging services. Each one must confirm the subscription that SNS sends to it.</summary>
    public IReadOnlyList<string> HttpsEndpoints { get; init; } = [];

    internal string Checked(string id)
    {
        Check.That($"alarm topic '{id}'",
        [
            .. Rule.AllMatch("each of Emails", Emails, Email),
            .. HttpsEndpoints.Select(url => Rule.That(Tokens.IsToken(url) || IsHttps(url),
                $"an endpoint must be a URL that begins with https://, got '{url}'")),
            Rule.Unique("subscribers", Emails.Concat(HttpsEndpoints)),
        ]);
        return id;
    }

    private static bool IsHttps(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
