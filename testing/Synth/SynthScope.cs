using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Nautilus.Testing.Synth;

/// <summary>
/// <c>Testing.SynthScope</c> for C#. The one of HashiCorp.Cdktf takes an interface that no C# lambda can become,
/// and fails when it is called.
/// </summary>
internal static class SynthScopeExtension
{
    extension(HashiCorp.Cdktf.Testing)
    {
        /// <summary>The Terraform JSON of what <paramref name="scope"/> puts into a stack that has an AWS provider.</summary>
        public static string SynthScope(Action<TerraformStack> scope)
        {
            var stack = new TerraformStack(HashiCorp.Cdktf.Testing.App(), "stack");
            new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "us-east-1" });
            scope(stack);
            return HashiCorp.Cdktf.Testing.SynthWhole(stack);
        }

        /// <summary><c>Testing.Synth</c>, with the cross-stack references and the validations that a real synth has.</summary>
        public static string SynthWhole(TerraformStack stack)
        {
            stack.PrepareStack();
            return HashiCorp.Cdktf.Testing.Synth(stack, true);
        }
    }
}
