using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Nautilus.Testing.Emulation;

/// <summary>
/// Calls an API of AWS with a signature of version 4:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
/// <param name="endpoint">The endpoint of the local AWS.</param>
/// <param name="credentials">The caller.</param>
/// <param name="region">The region.</param>
public sealed class AwsClient(Uri endpoint, Credentials credentials, string region = "us-east-1") : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Sends a request to the root of the endpoint.</summary>
    /// <param name="service">The service's name in a signature, such as <c>kinesis</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type, such as <c>application/x-amz-json-1.1</c>.</param>
    /// <param name="target">The operation of a JSON API, such as <c>Kinesis_20131202.PutRecord</c>.</param>
    /// <returns>The status and the body of the response.</returns>
    public async Task<(int Status, string Body)> Post(string service, string body, string contentType, string? target = null)
    {
        var now = DateTime.UtcNow;
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = contentType,
            ["host"] = endpoint.Authority,
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (target is not null)
            headers["x-amz-target"] = target;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
            request.Headers.Add(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", Sign(service, body, headers, now));
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private string Sign(string service, string body, SortedDictionary<string, string> headers, DateTime now)
    {
        var day = now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{region}/{service}/aws4_request";
        var signed = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"));
        var canonical = $"POST\n/\n\n{lines}\n{signed}\n{Hash(body)}";
        var toSign = $"AWS4-HMAC-SHA256\n{headers["x-amz-date"]}\n{scope}\n{Hash(canonical)}";
        var key = new[] { day, region, service, "aws4_request" }
            .Aggregate(Encoding.UTF8.GetBytes($"AWS4{credentials.SecretKey}"), Hmac);
        var signature = Convert.ToHexStringLower(Hmac(key, toSign));
        return $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}";
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
