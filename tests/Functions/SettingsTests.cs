using Nautilus.Functions.Aggregate;

namespace Tests.Functions;

public class SettingsTests
{
    [Theory]
    [InlineData("us-east-1", "https://firehose.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://firehose.cn-north-1.amazonaws.com.cn/")]
    public void The_endpoint_is_that_of_the_region(string region, string endpoint) =>
        new Settings { Region = region }.FirehoseEndpoint.AbsoluteUri.Should().Be(endpoint);
}
