using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Nautilus.Testing.Synth;

/// <summary>
/// <c>Testing.SynthScope</c> for C#. The method of HashiCorp.Cdktf takes an interface that no C# lambda converts to,
/// and fails when it is called.
/// </summary>
public static class SynthScopeExtension
{
    extension(HashiCorp.Cdktf.Testing)
    {
        /// <summary>Synthesizes constructs in a stack that has an AWS provider for us-east-1.</summary>
        /// <param name="scope">Adds the constructs to the stack.</param>
        /// <returns>The Terraform JSON.</returns>
        public static string SynthScope(Action<TerraformStack> scope)
        {
            var stack = new TerraformStack(HashiCorp.Cdktf.Testing.App(), "stack");
            new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "us-east-1" });
            scope(stack);
            return HashiCorp.Cdktf.Testing.SynthWhole(stack);
        }

        /// <summary>Synthesizes a stack with the cross-stack references and the validations that <c>cdktf synth</c> has.</summary>
        /// <param name="stack">The stack.</param>
        /// <returns>The Terraform JSON.</returns>
        public static string SynthWhole(TerraformStack stack)
        {
            stack.PrepareStack();
            return HashiCorp.Cdktf.Testing.Synth(stack, true);
        }
    }
}
