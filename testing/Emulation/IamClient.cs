using System.Xml.Linq;

namespace Nautilus.Testing.Emulation;

/// <summary>The calls of IAM that a test makes itself, and the switch of moto that enforces IAM.</summary>
/// <param name="endpoint">The endpoint of the local AWS.</param>
public sealed class IamClient(Uri endpoint) : IDisposable
{
    private readonly AwsClient _aws = new(endpoint, Credentials.OfTerraform);

    /// <summary>Creates a user who has one managed policy and no other permission.</summary>
    /// <param name="name">The name of the user.</param>
    /// <param name="policyArn">The ARN of the policy.</param>
    /// <returns>An access key of the user.</returns>
    public async Task<Credentials> UserWith(string name, string policyArn)
    {
        await Call($"Action=CreateUser&UserName={name}");
        await Call($"Action=AttachUserPolicy&UserName={name}&PolicyArn={Uri.EscapeDataString(policyArn)}");
        var answer = XDocument.Parse(await Call($"Action=CreateAccessKey&UserName={name}"));
        return new(Field("AccessKeyId"), Field("SecretAccessKey"));

        string Field(string field) => answer.Descendants().Single(element => element.Name.LocalName == field).Value;
    }

    /// <summary>Deletes a user of <see cref="UserWith"/>. The policy stays.</summary>
    /// <param name="name">The name of the user.</param>
    /// <param name="policyArn">The ARN of the policy.</param>
    /// <param name="credentials">The access key.</param>
    public async Task Remove(string name, string policyArn, Credentials credentials)
    {
        await Call($"Action=DetachUserPolicy&UserName={name}&PolicyArn={Uri.EscapeDataString(policyArn)}");
        await Call($"Action=DeleteAccessKey&UserName={name}&AccessKeyId={credentials.AccessKey}");
        await Call($"Action=DeleteUser&UserName={name}");
    }

    /// <summary>Makes moto deny every call that IAM does not allow, of all users; or turns that off again.</summary>
    /// <param name="on">Whether IAM is enforced from now on.</param>
    public async Task Enforce(bool on)
    {
        using var http = new HttpClient { BaseAddress = endpoint };
        using var content = new StringContent(on ? "0" : "inf");
        using var answer = await http.PostAsync(new Uri("/moto-api/reset-auth", UriKind.Relative), content);
        answer.IsSuccessStatusCode.Should().BeTrue(
            "moto must turn the enforcement of IAM {0}: the local AWS at {1} must be moto", on ? "on" : "off", endpoint);
    }

    /// <inheritdoc/>
    public void Dispose() => _aws.Dispose();

    private async Task<string> Call(string parameters)
    {
        var (status, body) = await _aws.Post("iam", $"{parameters}&Version=2010-05-08", "application/x-www-form-urlencoded");
        status.Should().Be(200, "{0} must succeed, but the answer is: {1}", parameters, body);
        return body;
    }
}
