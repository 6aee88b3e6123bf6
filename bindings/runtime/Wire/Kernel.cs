using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>The conversation with the jsii kernel: a request, then its answer. Between them JavaScript can call back.</summary>
internal static class Kernel
{
    /// <summary>One conversation at a time. A callback runs on the thread of the request that it belongs to.</summary>
    public static readonly object Gate = new();

    private static NodeProcess? _node;
    private static bool _isGreeted;
    private static int _loads;
    // Without a package nothing works, and the answers are no longer those of the requests.
    private static Exception? _failure;

    /// <summary>
    /// Starts Node.js before the first request, and lets it load what the program refers to: all this takes longer than .NET takes to ask
    /// for the first object.
    /// </summary>
    public static void Start()
    {
        try
        {
            _node = new();
            if (Assembly.GetEntryAssembly() is { } program)
                Packages.LoadAllOf(program);
        }
        catch (Exception failure) when (failure is JsiiError or IOException or BadImageFormatException)
        {
            // Whatever is missing is missed by the first request that needs it.
        }
    }

    /// <summary>Lets Node.js load a package. Nobody waits for the answer: it is read before that of the next request.</summary>
    public static void Load(string name, string version, string tarball)
    {
        Request.Begin("load"u8).With("name"u8, name).With("version"u8, version).With("tarball"u8, tarball).Send(_node ??= new());
        _loads++;
    }

    public static ByRefValue Create(DeputyType type, object?[] arguments) => Answer.Reference(Ask(Request.Begin("create"u8)
        .With("fqn"u8, type.EncodedName)
        .WithArguments(arguments, type.HasVariadicConstructor)
        .WithOverrides(type.Overrides)
        .WithInterfaces(type.Interfaces)));

    public static T? Get<T>(ByRefValue target, Member property) =>
        Answer.Result<T>(Ask(Request.Begin("get"u8).WithTarget(target).With("property"u8, property.EncodedName)), property);

    public static T? GetStatic<T>(DeputyType owner, Member property) =>
        Answer.Result<T>(Ask(Request.Begin("sget"u8).With("fqn"u8, owner.EncodedName).With("property"u8, property.EncodedName)), property);

    public static void Set(ByRefValue target, Member property, object? value) =>
        Ask(Request.Begin("set"u8).WithTarget(target).With("property"u8, property.EncodedName).WithValue("value"u8, value));

    public static void SetStatic(DeputyType owner, Member property, object? value) =>
        Ask(Request.Begin("sset"u8).With("fqn"u8, owner.EncodedName).With("property"u8, property.EncodedName).WithValue("value"u8, value));

    public static T? Invoke<T>(ByRefValue target, Member method, object?[] arguments)
    {
        return method.IsAsync ? Await<T>(Call("begin"u8), method) : Answer.Result<T>(Ask(Call("invoke"u8)), method);

        Request Call(ReadOnlySpan<byte> api) => Request.Begin(api)
            .WithTarget(target)
            .With("method"u8, method.EncodedName)
            .WithArguments(arguments, method.IsVariadic);
    }

    public static T? InvokeStatic<T>(DeputyType owner, Member method, object?[] arguments)
    {
        return method.IsAsync ? Await<T>(Call("sbegin"u8), method) : Answer.Result<T>(Ask(Call("sinvoke"u8)), method);

        Request Call(ReadOnlySpan<byte> api) => Request.Begin(api)
            .With("fqn"u8, owner.EncodedName)
            .With("method"u8, method.EncodedName)
            .WithArguments(arguments, method.IsVariadic);
    }

    // JavaScript's promise runs until it needs a callback. It goes on when all callbacks are complete.
    private static T? Await<T>(Request begin, Member method)
    {
        var promise = Answer.Content(Ask(begin)).GetProperty("promiseid").GetString()!;
        while (Answer.Content(Ask(Request.Begin("callbacks"u8))).GetProperty("callbacks") is var waiting && waiting.GetArrayLength() > 0)
            foreach (var callback in waiting.EnumerateArray())
                Ask(Callback.Run(callback).Write(() => Request.Begin("complete"u8)));
        return Answer.Result<T>(Ask(Request.Begin("end"u8).With("promiseid"u8, promise)), method);
    }

    private static ReadOnlySpan<byte> Ask(Request request)
    {
        if (_failure is not null)
            throw _failure;
        var node = _node ??= new();
        request.Send(node);
        if (!_isGreeted)
        {
            var greeting = node.Read();
            if (!greeting.StartsWith("{\"hello\":"u8))
                throw NodeProcess.NoAnswer(greeting);
            _isGreeted = true;
        }

        for (; _loads > 0; _loads--)
            if (node.Read() is var loaded && !Answer.IsOk(loaded))
                throw _failure = Answer.Failure(loaded);
        while (true)
        {
            var line = node.Read();
            if (Answer.IsOk(line))
                return line;
            if (!Answer.IsCallback(line))
                throw Answer.Failure(line);
            Callback.Run(Answer.Content(line)).Write(Request.BeginCompletion).EndCompletion().Send(node);
        }
    }
}
