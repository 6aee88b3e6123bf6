using System.Buffers;

namespace Nautilus.Functions.Runtime;

/// <summary>
/// The custom runtime of Lambda: asks for an event, has it handled, answers, without end. Lambda never gives a runtime
/// two events at a time, so one thread and one set of buffers serve all.
/// </summary>
public static class LambdaLoop
{
    /// <summary>What Lambda takes as an answer: 6 MB.</summary>
    public const int ResponseLimit = 6 * 1024 * 1024;

    private const int FirstResponse = 64 * 1024;

    /// <summary>Ends only when the function can't be made, or when Lambda can't be talked to: the process is then to exit.</summary>
    public static int Run(Func<Handler> make)
    {
        using var api = RuntimeApi.FromEnvironment();
        try
        {
            Handler handler;
            try
            {
                handler = make();
            }
            catch (Exception error)
            {
                api.FailInitialization(error);
                return 1;
            }

            var response = new ArrayBufferWriter<byte>(FirstResponse);
            while (true)
                Serve(api, handler, response);
        }
        catch (RuntimeApiException error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static void Serve(RuntimeApi api, Handler handler, ArrayBufferWriter<byte> response)
    {
        var invocation = api.Next();
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        response.ResetWrittenCount();
        try
        {
            handler(invocation, response);
            if (response.WrittenCount > ResponseLimit)
                throw new InvalidOperationException($"the response has {response.WrittenCount} bytes, of {ResponseLimit} that Lambda takes");
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"{invocation.RequestId} failed: {error}");
            api.Fail(invocation, error);
            return;
        }

        api.Respond(invocation, response.WrittenSpan);
    }
}
