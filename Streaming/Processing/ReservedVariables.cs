namespace Nautilus.Processing;

/// <summary>
/// The environment variables that Lambda sets and a function can't:
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
/// </summary>
internal static class ReservedVariables
{
    private static readonly HashSet<string> Names =
    [
        "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT",
    ];

    public static bool Contain(string name) => Names.Contains(name);
}
