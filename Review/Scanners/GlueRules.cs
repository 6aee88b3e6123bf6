namespace Nautilus.Review.Scanners;

/// <summary>The Glue Data Catalog.</summary>
internal static class GlueRules
{
    private const string OfCatalog = "data_catalog_encryption_settings";

    public static IReadOnlyList<ScannerRule> All { get; } =
    [
        new(["CKV_AWS_94", "KICS 01d50b14"], ["aws_glue_data_catalog_encryption_settings"])
        {
            Condition = "the catalog must be encrypted with KMS, and so must the passwords of its connections",
            Offences = settings =>
            [
                .. settings.Unless($"{OfCatalog}.encryption_at_rest.catalog_encryption_mode", mode => mode == "SSE-KMS"),
                .. settings.UnlessTrue($"{OfCatalog}.connection_password_encryption.return_connection_password_encrypted"),
            ],
            Violated = ["{}", Settings("DISABLED", "true"), Settings("SSE-KMS", "false")],
            Satisfied = [Settings("SSE-KMS", "true")],
        },
    ];

    private static string Settings(string catalog, string passwords) => $$"""
        {
          "data_catalog_encryption_settings": {
            "encryption_at_rest": { "catalog_encryption_mode": "{{catalog}}" },
            "connection_password_encryption": { "return_connection_password_encrypted": {{passwords}} }
          }
        }
        """;
}
