namespace Nautilus.Testing.Emulation;

/// <summary>An access key.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret access key.</param>
public sealed record Credentials(string AccessKey, string SecretKey)
{
    /// <summary>The access key that <see cref="LocalAws.Environment"/> gives to Terraform.</summary>
    public static Credentials OfTerraform { get; } = new("test", "test");
}
