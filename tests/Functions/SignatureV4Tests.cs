using System.Text;
using Nautilus.Functions.Aggregate;

namespace Tests.Functions;

/// <summary>Compares with the signatures in AWS's test suite for Signature Version 4.</summary>
public class SignatureV4Tests
{
    private const string Scope = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ";

    [Theory]
    [InlineData("GET", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "Param1=value1&Param2=value2", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    public void Plain_requests(string method, string query, string signature) =>
        Sign(method, query, new() { ["host"] = "example.amazonaws.com" }, "")
            .Should().Be($"{Scope}SignedHeaders=host;x-amz-date, Signature={signature}");

    [Fact]
    public void A_request_with_a_body()
    {
        const string signature = "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a";
        var headers = With("content-type", "application/x-www-form-urlencoded");

        Sign("POST", "", headers, "Param1=value1").Should().Be($"{Scope}SignedHeaders=content-type;host;x-amz-date, Signature={signature}");
    }

    [Fact]
    public void A_request_with_a_custom_header()
    {
        const string signature = "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c";
        var headers = With("my-header1", "value1");

        Sign("POST", "", headers, "").Should().Be($"{Scope}SignedHeaders=host;my-header1;x-amz-date, Signature={signature}");
    }

    [Fact]
    public void A_request_with_a_session_token()
    {
        const string token =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/"
            + "qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT3"
            + "8xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
        const string signature = "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead";
        var headers = With("x-amz-security-token", token);

        Sign("POST", "", headers, "").Should().Be($"{Scope}SignedHeaders=host;x-amz-date;x-amz-security-token, Signature={signature}");
    }

    private static SortedDictionary<string, string> With(string header, string value) =>
        new() { ["host"] = "example.amazonaws.com", [header] = value };

    private static string Sign(string method, string query, SortedDictionary<string, string> headers, string body)
    {
        headers["x-amz-date"] = SignatureV4.Format(new(2015, 8, 30, 12, 36, 0, DateTimeKind.Utc));
        return new SignatureV4(new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), "us-east-1", "service")
            .Authorization(method, "/", query, new(headers, StringComparer.Ordinal), Encoding.UTF8.GetBytes(body));
    }
}
