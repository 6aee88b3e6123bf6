using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Nautilus.Functions.Aggregate;

/// <summary>Signs requests with AWS Signature Version 4. Header names must be lower case; values must have no spaces around them.</summary>
internal sealed record SignatureV4(AwsCredentials Credentials, string Region, string Service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static string Format(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The Authorization header of a request. The headers must include <c>host</c> and <c>x-amz-date</c>.</summary>
    public string Authorization(string method, string path, string query, SortedDictionary<string, string> headers, ReadOnlySpan<byte> body)
    {
        var time = headers["x-amz-date"];
        var day = time[..8];
        var scope = $"{day}/{Region}/{Service}/aws4_request";
        var signed = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"));
        var request = $"{method}\n{path}\n{query}\n{lines}\n{signed}\n{Hash(body)}";
        var toSign = $"{Algorithm}\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(request))}";
        var signature = Convert.ToHexStringLower(Code(KeyOf(day), toSign));
        return $"{Algorithm} Credential={Credentials.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}";
    }

    private byte[] KeyOf(string day) =>
        Code(Code(Code(Code(Encoding.UTF8.GetBytes($"AWS4{Credentials.SecretKey}"), day), Region), Service), "aws4_request");

    private static byte[] Code(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
