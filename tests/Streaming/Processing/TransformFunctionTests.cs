using HashiCorp.Cdktf;
using Nautilus.Access;
using Nautilus.Processing;
using Nautilus.Review.Access;
using Nautilus.Testing.Synth;

namespace Tests.Streaming.Processing;

public sealed class TransformFunctionTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:111122223333:function:clean";

    [Fact]
    public void Firehose_may_invoke_the_version_in_its_configuration_and_no_other()
    {
        var access = Grants.Of(Testing.SynthScope(stack =>
        {
            var around = new Surroundings(stack);
            var role = new ServiceRole(stack, "delivery", Caller.Firehose("clicks"), around.Stream.Location);
            new TransformFunction(stack, "transform", around.Transformer).GrantToFirehose(role);
        }));
        var delivery = access.Roles.Single(role => role.StartsWith("delivery", StringComparison.Ordinal));

        access.May(delivery, ["lambda"], [Arn, $"{Arn}:$LATEST", $"{Arn}:1", $"{Arn}2:$LATEST"])
            .Should().BeEquivalentTo($"lambda:GetFunctionConfiguration on {Arn}:$LATEST", $"lambda:InvokeFunction on {Arn}:$LATEST");
    }

    [Fact]
    public void A_function_runs_no_longer_than_Firehose_waits() => Rejected.AtOnce(() => Testing.SynthScope(stack =>
    {
        var props = new Surroundings(stack).Transformer with { Timeout = TimeSpan.FromSeconds(301) };
        new TransformFunction(stack, "transform", props);
    })).Should().Be("function 'clean': timeout must be 1 to 300 seconds, got 301");
}
