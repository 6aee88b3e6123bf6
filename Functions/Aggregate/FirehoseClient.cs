using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// Puts records into a Firehose stream. Retries the records that Firehose does not accept until the invocation's time is
/// nearly over. A window has fewer records than one call can carry.
/// </summary>
internal sealed class FirehoseClient(Settings settings, string stream) : IDisposable
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Target = "Firehose_20150804.PutRecordBatch";

    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private const int Attempts = 6;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public void Put(IReadOnlyList<byte[]> records, DateTimeOffset deadline)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++, pause *= 2)
        {
            var (left, reason) = TryPut(records);
            if (left.Count == 0)
                return;
            if (attempt == Attempts || DateTimeOffset.UtcNow + pause > deadline - Reserve)
                throw new InvalidOperationException(
                    $"Firehose stream '{stream}' did not accept {left.Count} of {records.Count} records: {reason}");
            records = left;
            Thread.Sleep(pause);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The records to retry, and the reason.</summary>
    private (IReadOnlyList<byte[]> Left, string? Reason) TryPut(IReadOnlyList<byte[]> records)
    {
        try
        {
            using var response = _http.Send(Request(RequestBody(records)));
            using var content = new StreamReader(response.Content.ReadAsStream());
            var answer = content.ReadToEnd();
            if (response.IsSuccessStatusCode)
                return LeftOf(records, answer);
            var reason = $"{(int)response.StatusCode} {answer}";
            var isTemporary = (int)response.StatusCode >= 500
                || answer.Contains("Throttling", StringComparison.Ordinal)
                || answer.Contains("LimitExceeded", StringComparison.Ordinal);
            return isTemporary
                ? (records, reason)
                : throw new InvalidOperationException($"Firehose refused the records for '{stream}': {reason}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            return (records, error.Message);
        }
    }

    private static (IReadOnlyList<byte[]> Left, string? Reason) LeftOf(IReadOnlyList<byte[]> records, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.GetProperty("FailedPutCount").GetInt32() == 0)
            return ([], null);
        var failed = json.RootElement.GetProperty("RequestResponses").EnumerateArray()
            .Select((response, index) => (Record: records[index], Error: ErrorOf(response)))
            .Where(response => response.Error is not null)
            .ToArray();
        return ([.. failed.Select(response => response.Record)], failed.FirstOrDefault().Error);
    }

    private static string? ErrorOf(JsonElement response) =>
        response.TryGetProperty("ErrorCode", out var error) ? error.GetString() : null;

    private HttpRequestMessage Request(byte[] body)
    {
        var endpoint = settings.FirehoseEndpoint;
        var credentials = AwsCredentials.FromEnvironment();
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = ContentType,
            ["host"] = endpoint.Authority,
            ["x-amz-date"] = SignatureV4.Format(DateTime.UtcNow),
            ["x-amz-target"] = Target,
        };
        if (credentials.SessionToken is { Length: > 0 } token)
            headers["x-amz-security-token"] = token;

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        foreach (var (name, value) in headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
            request.Headers.Add(name, value);
        var signature = new SignatureV4(credentials, settings.Region, "firehose").Authorization("POST", "/", "", headers, body);
        request.Headers.TryAddWithoutValidation("Authorization", signature);
        return request;
    }

    private byte[] RequestBody(IReadOnlyList<byte[]> records)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("DeliveryStreamName", stream);
            json.WriteStartArray("Records");
            foreach (var record in records)
            {
                json.WriteStartObject();
                json.WriteBase64String("Data", record);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }
}
