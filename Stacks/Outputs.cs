using HashiCorp.Cdktf;

namespace Nautilus.Stacks;

internal static class Outputs
{
    public static void Output(this TerraformStack stack, string name, string value, string description) =>
        new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description });
}
