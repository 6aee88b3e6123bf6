// Runs the test project, and reads the counts from its report.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeVersion } from '../runtime.mjs';
import { run } from '../tools.mjs';
import { runtimeArguments } from './prepare.mjs';

const result = /<UnitTestResult [^>]*?testName="([^"]*)"[^>]*?outcome="(\w+)"[^>]*?(?:\/>|>(.*?)<\/UnitTestResult>)/gs;
const messageOf = body => /<Message>(.*?)<\/Message>/s.exec(body)?.[1] ?? 'no message';

export function runTests(suite, runtime, work) {
  const report = join(work, 'results', `${runtime}.trx`);
  rmSync(report, { force: true });
  let failure;
  try {
    run('dotnet', ['test', suite.project, ...runtimeArguments(runtime, runtimeVersion), '--results-directory', join(work, 'results'),
      '--logger', `trx;LogFileName=${runtime}.trx`, '--blame-hang-timeout', '2m', '--blame-hang-dump-type', 'none'], work);
  } catch (error) {
    failure = error;
  }

  const xml = readReport(report);
  if (xml === undefined) throw failure;
  const count = name => Number(new RegExp(`<Counters[^>]* ${name}="(\\d+)"`).exec(xml)[1]);
  const failures = [...xml.matchAll(result)]
    .filter(([, , outcome]) => !['Passed', 'NotExecuted'].includes(outcome))
    .map(([, name, , body]) => ({ name: decode(name), message: decode(messageOf(body ?? '')) }));
  return { failures, passed: count('passed'), total: count('total'), skipped: count('total') - count('executed') };
}

function readReport(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const decode = text => text
  .replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
