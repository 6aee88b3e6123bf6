using System.Text;
using Nautilus.Functions.Runtime;
using Nautilus.Functions.Transform;
using static Nautilus.Testing.Lambda.FirehoseEvent;
using static Tests.Functions.TransformInProcess;

namespace Tests.Functions;

public class ResponseLimitTests
{
    private const int Megabyte = 1024 * 1024;

    // The smallest events grow most: from about 45 bytes to 200 and their partition keys.
    private const string Smallest = """{"event_type":"a","event_time":1795236660}""";

    [Theory]
    [InlineData(24_000)]
    [InlineData(33_000)]
    public void Records_that_do_not_fit_into_the_response_fail_with_their_data(int records)
    {
        var batch = Of(Enumerable.Repeat(Encoding.UTF8.GetBytes(Smallest), records));
        batch.Length.Should().BeLessThan(LambdaLoop.ResponseLimit, "Lambda accepts no larger event");

        var answer = Answer(batch);

        answer.Bytes.Should().BeInRange(LambdaLoop.ResponseLimit - 1000, LambdaLoop.ResponseLimit);
        answer.Records.Select(record => record.Id).Should().Equal(Enumerable.Range(0, records).Select(IdOf));
        var failed = answer.Records.Where(record => !record.IsGood).ToArray();
        failed.Should().NotBeEmpty().And.HaveCountLessThan(records);
        failed.Should().OnlyContain(record => Encoding.UTF8.GetString(record.Data) == Smallest);
        answer.Log.Should().Contain($"\"reason\":\"{FirehoseTransformation.Surplus}\",\"records\":{failed.Length},");
    }

    [Fact]
    public void A_batch_of_failures_alone_always_fits()
    {
        var batch = Of(Enumerable.Repeat("x"u8.ToArray(), 45_000));
        batch.Length.Should().BeInRange(5 * Megabyte, LambdaLoop.ResponseLimit);

        Answer(batch).Bytes.Should().BeLessThan(batch.Length);
    }

    [Theory]
    [InlineData(Megabyte / 5, 42)]
    [InlineData(Megabyte, 120)]
    public void With_a_small_buffer_every_response_fits(int buffer, int size)
    {
        var data = Encoding.UTF8.GetBytes(Smallest[..^1] + new string(' ', size - Smallest.Length) + "}");

        Answer(Of(Enumerable.Repeat(data, buffer / size))).Records.Should().OnlyContain(record => record.IsGood);
    }
}
