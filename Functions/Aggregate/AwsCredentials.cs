namespace Nautilus.Functions.Aggregate;

internal sealed record AwsCredentials(string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>The execution role's, as Lambda hands them to every function.</summary>
    public static AwsCredentials FromEnvironment() =>
        new(Required("AWS_ACCESS_KEY_ID"), Required("AWS_SECRET_ACCESS_KEY"), Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"));

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: Lambda sets it for every function");
}
