using System.Xml.Linq;

namespace Nautilus.Testing.Pipelines;

/// <summary>
/// A bucket of a local AWS that reads the caller from the signature, but does not check the signature. Keys must need no escapes.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
/// </summary>
/// <param name="endpoint">The endpoint of the local AWS.</param>
/// <param name="name">The name of the bucket.</param>
public sealed class LocalBucket(Uri endpoint, string name) : IDisposable
{
    private const string Caller =
        "AWS4-HMAC-SHA256 Credential=test/20261121/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=unchecked";

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>The ARN.</summary>
    public string Arn => $"arn:aws:s3:::{name}";

    /// <summary>Creates the bucket.</summary>
    public Task Create() => Send(HttpMethod.Put, "", []);

    /// <summary>Puts an object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The data.</param>
    public Task Put(string key, byte[] data) => Send(HttpMethod.Put, $"/{key}", data);

    /// <summary>Reads all objects whose keys begin with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    public async Task<IReadOnlyList<(string Key, byte[] Data)>> Read(string prefix)
    {
        var objects = new List<(string, byte[])>();
        for (string? token = ""; token is not null;)
        {
            var next = token.Length > 0 ? $"&continuation-token={Uri.EscapeDataString(token)}" : "";
            var list = await Send(HttpMethod.Get, $"?list-type=2&prefix={Uri.EscapeDataString(prefix)}{next}");
            var page = XDocument.Parse(System.Text.Encoding.UTF8.GetString(list));
            foreach (var key in Values(page, "Key"))
                objects.Add((key, await Send(HttpMethod.Get, $"/{key}")));
            token = Values(page, "NextContinuationToken").SingleOrDefault();
        }

        return objects;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<byte[]> Send(HttpMethod method, string path, byte[]? data = null)
    {
        using var request = new HttpRequestMessage(method, $"/{name}{path}");
        request.Content = data is null ? null : new ByteArrayContent(data);
        request.Headers.TryAddWithoutValidation("Authorization", Caller);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        ((int)response.StatusCode).Should().BeInRange(
            200, 299, "{0} {1} must succeed, but the answer is: {2}", method, path, System.Text.Encoding.UTF8.GetString(body));
        return body;
    }

    private static IEnumerable<string> Values(XDocument page, string name) =>
        page.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
