// Runs jsii's own compliance tests for .NET against a runtime:
//
//     node bindings/compliance/run.mjs [--source FOLDER] [--runtime own|official]
//
// Exit code 0: all tests passed. Exit code 1: a test failed, or one line on standard error says why no test ran.
import { prepare, readOptions } from './prepare.mjs';
import { explain, Refusal } from './refusal.mjs';
import { writeSuite } from './suite.mjs';
import { runTests } from './test.mjs';

const usage = 'node bindings/compliance/run.mjs [--source FOLDER] [--runtime own|official]';

async function main() {
  const { source, runtime } = readOptions(usage, { source: { type: 'string' }, runtime: { type: 'string', default: 'own' } });
  if (!['own', 'official'].includes(runtime)) throw new Refusal(`--runtime must be own or official, got ${runtime}: use ${usage}.`);

  const prepared = await prepare(source, [runtime]);
  const suite = writeSuite(prepared.source, runtime, prepared.work);
  for (const { what, why } of suite.changes) console.log(`changed: ${what}; ${why}`);

  console.log(`testing: ${suite.expected} tests on the ${runtime} runtime`);
  const { failures, passed, skipped, total } = runTests(suite, runtime, prepared.work);
  for (const { name, message } of failures) console.log(`failed: ${name}\n${message.replace(/^/gm, '    ')}`);
  console.log(`${runtime} runtime: ${passed} passed, ${failures.length} failed, ${skipped} skipped, ${total} in all`);

  if (total !== suite.expected) throw new Refusal(`${suite.expected} tests are in the sources, but ${total} ran.`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
