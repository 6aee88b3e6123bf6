using System.Xml.Linq;

namespace Nautilus.Testing.LocalAws;

/// <summary>The few calls of IAM that a test makes itself, and moto's switch of its enforcement.</summary>
internal sealed class IamClient(Uri endpoint) : IDisposable
{
    private readonly AwsClient _aws = new(endpoint, Credentials.OfTerraform);

    /// <summary>A user who has this managed policy and nothing else.</summary>
    public async Task<Credentials> UserWith(string name, string policyArn)
    {
        await Call($"Action=CreateUser&UserName={name}");
        await Call($"Action=AttachUserPolicy&UserName={name}&PolicyArn={Uri.EscapeDataString(policyArn)}");
        var answer = XDocument.Parse(await Call($"Action=CreateAccessKey&UserName={name}"));
        return new(Field("AccessKeyId"), Field("SecretAccessKey"));

        string Field(string field) => answer.Descendants().Single(element => element.Name.LocalName == field).Value;
    }

    public async Task Remove(string name, string policyArn, Credentials credentials)
    {
        await Call($"Action=DetachUserPolicy&UserName={name}&PolicyArn={Uri.EscapeDataString(policyArn)}");
        await Call($"Action=DeleteAccessKey&UserName={name}&AccessKeyId={credentials.AccessKey}");
        await Call($"Action=DeleteUser&UserName={name}");
    }

    /// <summary>From now on moto denies what IAM does not allow, to everybody; or no longer.</summary>
    public async Task Enforce(bool on)
    {
        using var http = new HttpClient { BaseAddress = endpoint };
        using var content = new StringContent(on ? "0" : "inf");
        using var answer = await http.PostAsync(new Uri("/moto-api/reset-auth", UriKind.Relative), content);
        answer.IsSuccessStatusCode.Should().BeTrue("moto must turn enforcement of IAM {0}", on ? "on" : "off");
    }

    public void Dispose() => _aws.Dispose();

    private async Task<string> Call(string parameters)
    {
        var (status, body) = await _aws.Post("iam", $"{parameters}&Version=2010-05-08", "application/x-www-form-urlencoded");
        status.Should().Be(200, "{0} must succeed, but it answered: {1}", parameters, body);
        return body;
    }
}
