namespace Nautilus.Functions.Aggregate;

/// <summary>The credentials that sign requests to AWS.</summary>
internal sealed record AwsCredentials(string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>The credentials of the execution role, which Lambda sets in the environment of every function.</summary>
    public static AwsCredentials FromEnvironment() =>
        new(Required("AWS_ACCESS_KEY_ID"), Required("AWS_SECRET_ACCESS_KEY"), Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"));

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set: Lambda sets it for every function");
}
