namespace Nautilus.Review.Scanners;

/// <summary>Runtimes of Lambda functions, by https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html.</summary>
internal static class LambdaRuntimeRules
{
    private static readonly string[] Deprecated =
    [
        "dotnet5.0", "dotnet6", "dotnet7", "dotnet8", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1",
        "go1.x", "java8", "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x",
        "nodejs14.x", "nodejs16.x", "nodejs18.x", "provided", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9",
        "ruby2.5", "ruby2.7", "ruby3.2",
    ];

    private static readonly string[] Latest = ["dotnet10", "java25", "nodejs24.x", "provided.al2023", "python3.14", "ruby3.4"];

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_363", "Lambda.2"], LambdaRules.Functions)
        {
            Condition = "runtime must not be one that AWS deprecated",
            Offences = function => function.Unless("runtime", runtime => !Deprecated.Contains(runtime)),
            Violated = ["""{ "runtime": "dotnet8" }""", """{ "runtime": "python3.9" }"""],
            Satisfied = ["""{ "runtime": "provided.al2023" }""", """{ "package_type": "Image" }"""],
        },
        new(["AwsSolutions-L1"], LambdaRules.Functions)
        {
            Condition = "runtime must be the latest of its family",
            Offences = function => function.Unless("runtime", runtime => runtime is null || Latest.Contains(runtime)),
            Violated = ["""{ "runtime": "python3.13" }""", """{ "runtime": "nodejs22.x" }"""],
            Satisfied = ["""{ "runtime": "provided.al2023" }""", """{ "package_type": "Image" }"""],
        },
    ];
}
