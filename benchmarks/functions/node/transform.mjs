// The same transformation as in Functions/Transform, in Node.js.
import { createHash } from 'node:crypto';

const LIMIT = 6 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const MAGIC = Buffer.from([0xf3, 0x89, 0x9a, 0xc2]);
const MAXIMUM_ATTRIBUTES = 256;
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const WORD = /^[A-Za-z0-9_.-]+$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class Failure extends Error {}

const fail = (reason) => {
  throw new Failure(reason);
};

const names = new Map();
const snakeCase = (name) => {
  let known = names.get(name);
  if (known === undefined) {
    known = name
      .replace(/([^A-Z])([A-Z])/g, '$1_$2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
      .replace(/[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g, '_')
      .replace(/^_|_$/g, '')
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (names.size < 10_000) names.set(name, known);
  }
  return known;
};

const readTime = (value) => {
  let time = NaN;
  if (typeof value === 'number') time = Math.round(Math.abs(value) < 1e11 ? value * 1000 : value);
  else if (typeof value === 'string' && ISO.test(value)) {
    const isUtc = !value.includes('T') || /(Z|[+-]\d{2}:\d{2})$/.test(value);
    time = Date.parse(isUtc ? value : `${value}Z`);
  }
  return time >= EARLIEST && time < LATEST ? time : fail('event_time is not a time between 2000 and 2100');
};

const readText = (name, value) => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : fail(`${name} is not text`);
  return text.length <= 256 ? text : fail(`${name} is longer than 256 bytes`);
};

const readers = {
  event_type: (value) => {
    if (typeof value !== 'string' || !WORD.test(value)) fail('event_type is not text of letters, digits and _.-');
    return value.length <= 64 ? value : fail('event_type is longer than 64 bytes');
  },
  event_time: readTime,
  event_id: (value) => readText('event_id', value),
  source: (value) => readText('source', value),
  value: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : fail('value is not a number')),
};

const attributeOf = (value) => {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const readEvent = (bytes) => {
  let text;
  let parsed;
  try {
    text = utf8.decode(bytes);
  } catch {
    fail('the event is not UTF-8');
  }
  try {
    parsed = JSON.parse(text);
  } catch {
    fail('the event is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) fail('the event is not a JSON object');

  const fields = {};
  const attributes = {};
  let count = 0;
  for (const [written, value] of Object.entries(parsed)) {
    const name = snakeCase(written);
    if (Object.hasOwn(readers, name)) {
      if (value === null) continue;
      if (fields[name] !== undefined) fail(`the event has ${name} twice`);
      fields[name] = readers[name](value);
    } else {
      if (name === '') fail('the event has a field without a name');
      if (Object.hasOwn(attributes, name)) fail('the event has a field twice');
      if (++count > MAXIMUM_ATTRIBUTES) fail(`the event has more than ${MAXIMUM_ATTRIBUTES} attributes`);
      attributes[name] = attributeOf(value);
    }
  }
  if (fields.event_type === undefined) fail('the event has no event_type');
  if (fields.event_time === undefined) fail('the event has no event_time');
  return { fields, attributes };
};

const varint = (bytes, at) => {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const next = bytes[at++] ?? fail('the message ends within a field');
    value += (next & 0x7f) * scale;
    if (next < 0x80) return [value, at];
  }
};

function* fieldsOf(bytes) {
  for (let at = 0; at < bytes.length;) {
    let tag;
    let length;
    [tag, at] = varint(bytes, at);
    if ((tag & 7) === 0) {
      [, at] = varint(bytes, at);
    } else if ((tag & 7) === 2) {
      [length, at] = varint(bytes, at);
      if (at + length > bytes.length) fail('the message ends within a field');
      yield [tag >> 3, bytes.subarray(at, at + length)];
      at += length;
    } else fail('the message has a field of an unknown protobuf type');
  }
}

function* userRecords(data) {
  if (!data.subarray(0, 4).equals(MAGIC)) {
    yield data;
    return;
  }
  const message = data.subarray(4, -16);
  if (data.length < 20 || !createHash('md5').update(message).digest().equals(data.subarray(-16))) {
    fail('the checksum of the aggregate does not match');
  }
  for (const [field, record] of fieldsOf(message)) {
    if (field !== 3) continue;
    const content = [...fieldsOf(record)].find(([inner]) => inner === 3);
    yield content?.[1] ?? fail('the aggregate has a record without data');
  }
}

const transform = (record) => {
  const metadata = record.kinesisRecordMetadata;
  const arrival = metadata?.approximateArrivalTimestamp ?? record.approximateArrivalTimestamp;
  let lines = '';
  let partitionKeys;
  for (const bytes of userRecords(Buffer.from(record.data, 'base64'))) {
    const { fields, attributes } = readEvent(bytes);
    if (fields.event_time > arrival + DAY) fail('event_time is more than a day after the arrival');
    const time = new Date(fields.event_time).toISOString();
    lines += JSON.stringify({
      event_type: fields.event_type,
      event_time: time,
      event_id: fields.event_id,
      source: fields.source,
      value: fields.value,
      attributes,
      ingest_time: new Date(arrival).toISOString(),
      ingest_shard: metadata?.shardId,
      ingest_sequence: metadata?.sequenceNumber,
      ingest_subsequence: metadata?.subsequenceNumber === undefined ? undefined : String(metadata.subsequenceNumber),
    });
    lines += '\n';
    const keys = {
      event_type: fields.event_type,
      year: time.slice(0, 4),
      month: time.slice(5, 7),
      day: time.slice(8, 10),
      hour: time.slice(11, 13),
    };
    partitionKeys ??= keys;
    if (Object.keys(keys).some((key) => keys[key] !== partitionKeys[key])) fail('the aggregate has events of more than one partition');
  }
  if (lines === '') fail('the aggregate is empty');
  return { recordId: record.recordId, result: 'Ok', data: Buffer.from(lines).toString('base64'), metadata: { partitionKeys } };
};

const failed = (record) => ({ recordId: record.recordId, result: 'ProcessingFailed', data: record.data });

// An upper bound of an answer's JSON. Good answers have five short keys besides their data.
const sizeOf = (answer) => answer.data.length + answer.recordId.length + 256;

export const handler = ({ records }) => {
  const failures = new Map();
  let room = LIMIT - records.reduce((sum, record) => sum + sizeOf(record), 0);
  const answers = records.map((record) => {
    try {
      const answer = transform(record);
      const growth = sizeOf(answer) - sizeOf(record);
      if (growth > room) fail('the response is full');
      room -= growth;
      return answer;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const known = failures.get(error.message) ?? { records: 0, first: record.recordId };
      known.records++;
      failures.set(error.message, known);
      return failed(record);
    }
  });
  for (const [reason, { records: count, first }] of failures) {
    console.log(JSON.stringify({ level: 'WARN', message: 'records failed', reason, records: count, first_record_id: first }));
  }
  return { records: answers };
};
