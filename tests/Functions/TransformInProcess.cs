using System.Buffers;
using System.Text;
using Nautilus.Functions.Transform;
using Nautilus.Testing.Lambda;
using static Nautilus.Testing.Lambda.FirehoseEvent;

namespace Tests.Functions;

/// <summary>Runs Transform in the process of the test.</summary>
internal static class TransformInProcess
{
    public static IReadOnlyList<TransformedRecord> Transform(params IEnumerable<string> records) =>
        TransformBytes(records.Select(Encoding.UTF8.GetBytes));

    public static IReadOnlyList<TransformedRecord> TransformBytes(params IEnumerable<byte[]> records) => Answer(Of(records)).Records;

    public static (IReadOnlyList<TransformedRecord> Records, int Bytes, string Log) Answer(byte[] batch)
    {
        var log = new MemoryStream();
        var response = new ArrayBufferWriter<byte>();
        new FirehoseTransformation(() => log).Handle(new("request", batch), response);
        return (TransformedRecord.ReadAll(response.WrittenSpan.ToArray()), response.WrittenCount, Encoding.UTF8.GetString(log.ToArray()));
    }
}
