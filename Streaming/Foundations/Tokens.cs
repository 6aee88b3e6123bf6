namespace Nautilus.Foundations;

/// <summary>Values that Terraform fills in later.</summary>
public static class Tokens
{
    /// <summary>Whether the value, or a part of it, is not known before Terraform runs. Such a value can't be checked.</summary>
    public static bool IsToken(string value) => value.Contains("${", StringComparison.Ordinal);
}
