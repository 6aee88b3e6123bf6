using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Amazon.JSII.Runtime;

/// <summary>What came of a member of the user's class that JavaScript has called.</summary>
internal sealed record Callback(string Id, object? Value, Exception? Failure)
{
    public static Callback Run(JsonElement callback)
    {
        var id = callback.GetProperty("cbid").GetString()!;
        try
        {
            return new(id, Call(callback), null);
        }
        catch (TargetInvocationException failure)
        {
            return new(id, null, failure.InnerException);
        }
#pragma warning disable CA1031 // JavaScript gets every failure, and gives it back to the request that it is a part of.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new(id, null, failure);
        }
    }

    /// <summary>Writes the outcome. A value that has no JavaScript form is a failure too: JavaScript must not wait for ever.</summary>
    public Request Write(Func<Request> begin)
    {
        var request = begin().With("cbid"u8, Id);
        if (Failure is not null)
            request.With("err"u8, Failure.ToString());
        if (Failure is JsiiError)
            request.With("name"u8, "@jsii/kernel.Fault"u8);
        try
        {
            return Value is null ? request : request.WithValue("result"u8, Value);
        }
        catch (ArgumentException failure)
        {
            request.Discard();
            return (this with { Value = null, Failure = failure }).Write(begin);
        }
    }

    private static object? Call(JsonElement callback)
    {
        if (callback.TryGetProperty("invoke", out var invocation))
        {
            var target = References.Find(invocation.GetProperty("objref"));
            var (method, member) = OverridesOf(target).Method(invocation.GetProperty("method").GetString()!);
            var arguments = invocation.TryGetProperty("args", out var given) ? Arguments(method, member, [.. given.EnumerateArray()])
                : Arguments(method, member, []);
            var result = method.Invoke(target, arguments);
            return member.Result is null ? null : result;
        }

        if (callback.TryGetProperty("get", out var get))
        {
            var target = References.Find(get.GetProperty("objref"));
            return OverridesOf(target).Property(get.GetProperty("property").GetString()!).Property.GetValue(target);
        }

        var set = callback.GetProperty("set");
        var owner = References.Find(set.GetProperty("objref"));
        var (property, declared) = OverridesOf(owner).Property(set.GetProperty("property").GetString()!);
        property.SetValue(owner, ValueReader.Read(declared, property.PropertyType, set.GetProperty("value")));
        return null;
    }

    private static Overrides OverridesOf(Deputy.DeputyBase target) => DeputyType.Of(target.GetType()).Overrides;

    private static object?[] Arguments(MethodInfo method, Member member, JsonElement[] given)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            var declared = member.Parameters[i];
            if (declared.IsVariadic)
                arguments[i] = Rest(type.GetElementType()!, declared, given.AsSpan(Math.Min(i, given.Length)));
            else if (i < given.Length)
                arguments[i] = Argument(declared, type, given[i]);
        }

        return arguments;
    }

    private static Array Rest(Type type, Parameter declared, ReadOnlySpan<JsonElement> given)
    {
        var rest = Array.CreateInstance(type, given.Length);
        for (var i = 0; i < given.Length; i++)
            rest.SetValue(Argument(declared, type, given[i]), i);
        return rest;
    }

    private static object? Argument(Parameter declared, Type type, JsonElement value) =>
        ValueReader.TryRead(declared.Type, declared.IsOptional, type, value, out var argument)
            ? argument
            : throw new JsiiError(string.Create(CultureInfo.InvariantCulture, $"Unable to convert {value} to {type.Name}"));
}
