using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Nautilus.Functions.Runtime;

namespace Nautilus.Functions.Transform;

/// <summary>
/// Answers each record of a batch once and in order: transformed, or failed with its data as it came.
/// <para>
/// Lambda takes an answer of 6 MB, and Firehose does not ask again for a part of a batch. Putting the surplus into the
/// stream anew would need a right to write that a transformation should not have, and would give other readers of that
/// stream the records twice, out of order. So what does not fit is answered as failed: Firehose keeps such records with
/// their data under the error prefix, from where they can be put again. A failed record's answer is shorter than the
/// record was in the event, and an event is below 6 MB itself: so the answer always fits, as long as what is written and
/// what is yet to be read stay below 6 MB together. With the buffer of 0.2 MB
/// before the function no batch comes near the limit; with 1 MB none whose records have 120 bytes and more on average.
/// </para>
/// </summary>
internal sealed class FirehoseTransformation(Func<Stream> log)
{
    public const string Surplus = "the response is full";

    private readonly RecordTransformer _transformer = new();
    private readonly ArrayBufferWriter<byte> _answer = new(4096);
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
            Answer(record, room - 1);
            if (!isFirst)
                response.Write(","u8);
            response.Write(_answer.WrittenSpan);
        }

        response.Write("]}"u8);
        _failures.Flush(invocation.RequestId, log);
    }

    private void Answer(in FirehoseRecord record, int room)
    {
        var reason = _transformer.Transform(record);
        if (reason is null)
        {
            WriteGood(record);
            if (_answer.WrittenCount <= room)
                return;
            reason = Surplus;
        }

        WriteFailed(record);
        _failures.Add(reason, record.Id);
    }

    private void WriteGood(in FirehoseRecord record)
    {
        Begin(record, "Ok"u8);
        var lines = _transformer.Lines;
        Base64.EncodeToUtf8(lines, _answer.GetSpan(Base64.GetMaxEncodedToUtf8Length(lines.Length)), out _, out var length);
        _answer.Advance(length);
        _answer.Write("\",\"metadata\":{\"partitionKeys\":"u8);
        _answer.Write(_transformer.PartitionKeys);
        _answer.Write("}}"u8);
    }

    private void WriteFailed(in FirehoseRecord record)
    {
        Begin(record, "ProcessingFailed"u8);
        _answer.Write(record.Data);
        _answer.Write("\"}"u8);
    }

    private void Begin(in FirehoseRecord record, ReadOnlySpan<byte> result)
    {
        _answer.ResetWrittenCount();
        _answer.Write("{\"recordId\":\""u8);
        _answer.Write(record.Id);
        _answer.Write("\",\"result\":\""u8);
        _answer.Write(result);
        _answer.Write("\",\"data\":\""u8);
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
