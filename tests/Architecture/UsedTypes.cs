using System.Reflection;
using System.Reflection.Emit;

namespace Tests.Architecture;

/// <summary>The types that a compiled type uses: in its signatures, its attributes and the bodies of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) =>
        OfDeclaration(type).Concat(type.GetMembers(All).SelectMany(member => OfMember(type, member))).SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> OfDeclaration(Type type) =>
        [type.BaseType, .. type.GetInterfaces(), .. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType)];

    private static IEnumerable<Type?> OfMember(Type type, MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodBase method =>
        [
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.GetMethodBody() is { } body ? OfBody(type, method, body) : [],
        ],
        _ => [],
    };

    private static IEnumerable<Type?> OfBody(Type type, MethodBase method, MethodBody body) =>
    [
        .. body.LocalVariables.Select(local => local.LocalType),
        .. from clause in body.ExceptionHandlingClauses
           where clause.Flags == ExceptionHandlingClauseOptions.Clause
           select clause.CatchType,
        .. Tokens(body.GetILAsByteArray()!).SelectMany(token => OfToken(type, method, token)),
    ];

    private static IEnumerable<Type?> OfToken(Type type, MethodBase method, int token)
    {
        var typeArguments = type.IsGenericType ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return type.Module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type used => [used],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo called => [called.DeclaringType, called.ReturnType, .. called.GetGenericArguments()],
            MemberInfo other => [other.DeclaringType],
            null => [],
        };
    }

    /// <summary>The metadata tokens in the intermediate language of a method (ECMA-335, partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (HasToken(operation.OperandType))
                yield return BitConverter.ToInt32(code, at);
            at += LengthOf(operation.OperandType, code, at);
        }
    }

    private static bool HasToken(OperandType operand) =>
        operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType;

    private static int LengthOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return Parts(type.GetElementType());
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
