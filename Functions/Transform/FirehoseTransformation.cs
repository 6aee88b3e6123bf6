using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Nautilus.Functions.Runtime;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Answers each record of a batch once and in order: transformed, or failed with its data unchanged.
/// <para>
/// Lambda accepts a response of 6 MB, and Firehose does not ask for a part of a batch again. To put the surplus back into the
/// stream, the function would need a permission that a transformation should not have, and other consumers would get these
/// records twice and out of order. So records that do not fit are answered as failed: Firehose keeps them with their data
/// under the error prefix, from where they can be put again.
/// </para>
/// <para>
/// The answer for a failed record is shorter than the record in the event, and an event is below 6 MB. So the response always
/// fits, as long as the bytes that are written and the bytes that are yet to be read stay below 6 MB together. With a buffer
/// of 0.2 MB before the function, no batch comes near the limit; with 1 MB, no batch does whose records have 120 bytes or more
/// on average.
/// </para>
/// </summary>
internal sealed class FirehoseTransformation(Func<Stream> log)
{
    public const string Surplus = "the response is full";

    // Room for the names of an answer and the longest result.
    private const int Fixed = 128;

    private readonly RecordTransformer _transformer = new();
    private readonly Failures _failures = new();

    public void Handle(Invocation invocation, ArrayBufferWriter<byte> response)
    {
        response.Write("{\"records\":["u8);
        var reader = new Utf8JsonReader(invocation.Event.Span);
        FindRecords(ref reader);
        for (var isFirst = true; reader.Read() && reader.TokenType == JsonTokenType.StartObject; isFirst = false)
        {
            var record = FirehoseRecord.Read(ref reader);
            var room = LambdaLoop.ResponseLimit - response.WrittenCount - (invocation.Event.Length - (int)reader.BytesConsumed);
            if (!isFirst)
                response.Write(","u8);
            Answer(record, response, room - 1);
        }

        response.Write("]}"u8);
        _failures.Flush(invocation.RequestId, log);
    }

    private void Answer(in FirehoseRecord record, ArrayBufferWriter<byte> response, int room)
    {
        var reason = _transformer.Transform(record);
        if (reason is null)
        {
            var good = Good(record, response);
            if (good.Written <= room)
            {
                response.Advance(good.Written);
                return;
            }

            reason = Surplus;
        }

        response.Advance(Failed(record, response).Written);
        _failures.Add(reason, record.Id);
    }

    private SpanWriter Good(in FirehoseRecord record, ArrayBufferWriter<byte> response)
    {
        var lines = _transformer.Lines;
        var keys = _transformer.PartitionKeys;
        var answer = Begin(record, "Ok"u8, response, Base64.GetMaxEncodedToUtf8Length(lines.Length) + keys.Length);
        Base64.EncodeToUtf8(lines, answer.Rest, out _, out var length);
        answer.Advance(length);
        answer.Write("\",\"metadata\":{\"partitionKeys\":"u8);
        answer.Write(keys);
        answer.Write("}}"u8);
        return answer;
    }

    private static SpanWriter Failed(in FirehoseRecord record, ArrayBufferWriter<byte> response)
    {
        var answer = Begin(record, "ProcessingFailed"u8, response, record.Data.Length);
        answer.Write(record.Data);
        answer.Write("\"}"u8);
        return answer;
    }

    private static SpanWriter Begin(in FirehoseRecord record, ReadOnlySpan<byte> result, ArrayBufferWriter<byte> response, int length)
    {
        var answer = new SpanWriter(response.GetSpan(Fixed + record.Id.Length + length));
        answer.Write("{\"recordId\":\""u8);
        answer.Write(record.Id);
        answer.Write("\",\"result\":\""u8);
        answer.Write(result);
        answer.Write("\",\"data\":\""u8);
        return answer;
    }

    private static void FindRecords(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRecords = reader.ValueTextEquals("records"u8);
            reader.Read();
            if (isRecords && reader.TokenType == JsonTokenType.StartArray)
                return;
            reader.Skip();
        }

        throw new JsonException("the event has no records: it is not from Firehose");
    }
}
