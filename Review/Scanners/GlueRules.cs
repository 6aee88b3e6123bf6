namespace Nautilus.Review.Scanners;

internal static class GlueRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(["CKV_AWS_94", "KICS 01d50b14"], ["aws_glue_data_catalog_encryption_settings"])
        {
            Condition = "the catalogue must be encrypted with KMS, and its connections' passwords too",
            Offences = settings =>
            [
                .. settings.Unless("data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode", mode => mode == "SSE-KMS"),
                .. settings.Unless("data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted", encrypted => encrypted == "true"),
            ],
            Violated = ["{}", Settings("DISABLED", "true"), Settings("SSE-KMS", "false")],
            Satisfied = [Settings("SSE-KMS", "true")],
        },
    ];

    private static string Settings(string catalogue, string passwords) => $$"""
        {
          "data_catalog_encryption_settings": {
            "encryption_at_rest": { "catalog_encryption_mode": "{{catalogue}}" },
            "connection_password_encryption": { "return_connection_password_encrypted": {{passwords}} }
          }
        }
        """;
}
