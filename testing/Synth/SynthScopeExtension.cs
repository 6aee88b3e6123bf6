using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Nautilus.Testing.Synth;

/// <summary>
/// <c>Testing.SynthScope</c> for C#. The method of HashiCorp.Cdktf takes an interface that no C# lambda converts to,
/// and fails when it is called. The jsii client is not thread-safe: tests that run in parallel compose one after another.
/// </summary>
public static class SynthScopeExtension
{
    private static readonly Lock Composing = new();

    extension(HashiCorp.Cdktf.Testing)
    {
        /// <summary>Synthesizes constructs in a stack that has an AWS provider for us-east-1.</summary>
        /// <param name="scope">Adds the constructs to the stack.</param>
        /// <returns>The Terraform JSON.</returns>
        public static string SynthScope(Action<TerraformStack> scope) => HashiCorp.Cdktf.Testing.SynthWhole(app =>
        {
            var stack = new TerraformStack(app, "stack");
            new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "us-east-1" });
            scope(stack);
            return stack;
        });

        /// <summary>Synthesizes a stack with the cross-stack references and the validations that <c>cdktf synth</c> has.</summary>
        /// <param name="compose">Composes the stack in the app.</param>
        /// <returns>The Terraform JSON.</returns>
        public static string SynthWhole(Func<HashiCorp.Cdktf.App, TerraformStack> compose)
        {
            lock (Composing)
            {
                var stack = compose(HashiCorp.Cdktf.Testing.App());
                stack.PrepareStack();
                return HashiCorp.Cdktf.Testing.Synth(stack, true);
            }
        }
    }
}
