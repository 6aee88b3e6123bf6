using System.Globalization;

namespace Nautilus.Functions.Runtime;

/// <summary>The four calls of the Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApi(string authority) : IDisposable
{
    private const string Root = "/2018-06-01/runtime/";
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    private readonly HttpConnection _connection = new(authority);

    public static RuntimeApi FromEnvironment() =>
        new(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")
            ?? throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: only AWS Lambda can start this program"));

    /// <summary>Waits without a time limit: Lambda freezes the process between two events.</summary>
    public Invocation Next()
    {
        var answer = Send("GET", "invocation/next", [], []);
        if (answer.Status != 200)
            throw Refused("the next event was refused", answer);
        var id = answer["Lambda-Runtime-Aws-Request-Id"] ?? throw new RuntimeApiException("the event has no request id");
        return new(id, answer.Body)
        {
            Deadline = long.TryParse(answer["Lambda-Runtime-Deadline-Ms"], CultureInfo.InvariantCulture, out var milliseconds)
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : DateTimeOffset.MaxValue,
            FunctionArn = answer["Lambda-Runtime-Invoked-Function-Arn"] ?? "",
            TraceId = answer["Lambda-Runtime-Trace-Id"],
        };
    }

    /// <summary>If Lambda finds the response too large, the invocation fails. Any other refusal ends the process.</summary>
    public void Respond(Invocation invocation, ReadOnlySpan<byte> response)
    {
        var answer = Send("POST", $"invocation/{invocation.RequestId}/response", [("Content-Type", "application/json")], response);
        if (answer.Status == 413)
            Fail(invocation, new InvalidOperationException($"Lambda refused a response of {response.Length} bytes: it is too large"));
        else if (answer.Status != 202)
            throw Refused("a response was refused", answer);
    }

    public void Fail(Invocation invocation, Exception error) => Report($"invocation/{invocation.RequestId}/error", "Function", error);

    public void FailInitialization(Exception error) => Report("init/error", "Runtime", error);

    public void Dispose() => _connection.Dispose();

    private void Report(string path, string category, Exception error)
    {
        var answer = Send("POST", path,
            [("Content-Type", "application/vnd.aws.lambda.error+json"), (ErrorType, $"{category}.{error.GetType().Name}")],
            ErrorReport.Of(error));
        if (answer.Status != 202)
            throw Refused("an error report was refused", answer);
    }

    private HttpAnswer Send(string method, string path, ReadOnlySpan<(string Name, string Value)> headers, ReadOnlySpan<byte> body)
    {
        try
        {
            return _connection.Send(method, Root + path, headers, body);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new RuntimeApiException($"the Runtime API at {authority} can't be reached: {error.Message}");
        }
    }

    private static RuntimeApiException Refused(string what, HttpAnswer answer) =>
        new($"{what}: the Runtime API answered {answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}");
}
