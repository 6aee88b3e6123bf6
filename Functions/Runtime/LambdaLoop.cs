using System.Buffers;

namespace Nautilus.Functions.Runtime;

/// <summary>
/// The custom runtime of Lambda: gets an event, has it handled, sends the response, and starts again. Lambda never gives a
/// runtime two events at a time, so one thread and one set of buffers are enough.
/// </summary>
public static class LambdaLoop
{
    /// <summary>The largest response that Lambda accepts, in bytes: 6 MB.</summary>
    public const int ResponseLimit = 6 * 1024 * 1024;

    private const int FirstResponse = 64 * 1024;

    /// <summary>Serves events. Returns only if the handler can't be created or the Runtime API fails: the process must then exit.</summary>
    /// <param name="make">Creates the handler. If it throws, Lambda gets an initialization error.</param>
    /// <returns>The exit code of the process.</returns>
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
                throw new InvalidOperationException(
                    $"the response must be at most {ResponseLimit} bytes, got {response.WrittenCount}");
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
