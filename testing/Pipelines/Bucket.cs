using System.Xml.Linq;

namespace Nautilus.Testing.Pipelines;

/// <summary>A bucket of the local AWS, which wants to know who asks, but does not check it. Keys are of what needs no escapes.</summary>
internal sealed class Bucket(Uri endpoint, string name) : IDisposable
{
    private const string Who = "AWS4-HMAC-SHA256 Credential=test/20261121/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=unchecked";

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public string Arn => $"arn:aws:s3:::{name}";

    public Task Create() => Send(HttpMethod.Put, "", []);

    public Task Put(string key, byte[] data) => Send(HttpMethod.Put, $"/{key}", data);

    /// <summary>All objects whose keys begin so.</summary>
    public async Task<IReadOnlyList<(string Key, byte[] Data)>> Read(string prefix)
    {
        var objects = new List<(string, byte[])>();
        for (string? token = ""; token is not null;)
        {
            var page = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await Send(
                HttpMethod.Get, $"?list-type=2&prefix={Uri.EscapeDataString(prefix)}{(token.Length > 0 ? $"&continuation-token={Uri.EscapeDataString(token)}" : "")}")));
            foreach (var key in Values(page, "Key"))
                objects.Add((key, await Send(HttpMethod.Get, $"/{key}")));
            token = Values(page, "NextContinuationToken").SingleOrDefault();
        }

        return objects;
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> Send(HttpMethod method, string path, byte[]? data = null)
    {
        using var request = new HttpRequestMessage(method, $"/{name}{path}") { Content = data is null ? null : new ByteArrayContent(data) };
        request.Headers.TryAddWithoutValidation("Authorization", Who);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        ((int)response.StatusCode).Should().BeInRange(200, 299, "{0} {1} must succeed, but it answered: {2}", method, path, System.Text.Encoding.UTF8.GetString(body));
        return body;
    }

    private static IEnumerable<string> Values(XDocument page, string name) =>
        page.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
