namespace Tests.App;

/// <summary>A mistake in the use of <c>check</c> is one line, and the exit code 1.</summary>
[Collection(Beside.Programs)]
public sealed class SafetyCheckMistakeTests
{
    private static readonly string Stacks = Path.Combine("cdktf.out", "stacks");

    private readonly CheckCommand _check = new();

    [Fact]
    public void A_stack_that_is_not_synthesized_is_one_line_and_a_failure() => Failing(["check", "nautilus"])
        .Should().Be($"nautilus: nothing is synthesized in {Stacks}; run 'npx cdktf-cli@0.21.0 synth' first");

    [Fact]
    public void A_stack_that_does_not_exist_is_one_line_and_a_failure()
    {
        _check.Write(CheckCommand.Stack, "{}");
        Failing(["check", "../nautilus"]).Should().Be($"nautilus: there is no stack '../nautilus' in {Stacks}; there is nautilus");
    }

    [Fact]
    public void A_missing_Terraform_is_one_line_and_a_failure()
    {
        _check.Write(CheckCommand.Stack, "{}");
        Failing(["check", "nautilus"], ("TERRAFORM_BINARY_NAME", "terraform-that-is-not-there"))
            .Should().Be("nautilus: 'terraform-that-is-not-there' is not on the PATH; install Terraform 1.10 or later");
    }

    [Fact]
    public void A_Terraform_that_fails_is_one_line_and_a_failure()
    {
        _check.Write(CheckCommand.Stack, """{ "terraform": { "backend": { "nowhere": {} } } }""");
        Failing(["check", "nautilus"]).Should().Be(
            $"nautilus: 'terraform init' failed in {Path.Combine(Stacks, "nautilus")}: Unsupported backend type");
    }

    [Theory]
    [InlineData("{ \"version\": 4, \"resources\": [] }",
        "it must be the output of 'terraform show -json', got JSON without a format_version")]
    [InlineData("[]", "not a JSON object")]
    [InlineData(null, "not found")]
    public void A_file_that_is_no_state_is_one_line_and_a_failure(string? content, string complaint)
    {
        _check.Write(CheckCommand.Stack, "{}");
        if (content is not null)
            _check.Write("state.json", content);
        Failing(["check", "nautilus", "--state", "state.json"]).Should().Be($"nautilus: state.json: {complaint}");
    }

    [Fact]
    public void An_unknown_argument_is_one_line_and_a_failure() => Failing(["chekc", "nautilus"])
        .Should().Be("nautilus: the arguments must be 'check STACK [--state FILE]', or no arguments for synthesis, got 'chekc nautilus'");

    private string Failing(string[] arguments, params (string, string?)[] environment)
    {
        var result = _check.Run(arguments, environment);
        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        return result.Error.TrimEnd('\n');
    }
}
