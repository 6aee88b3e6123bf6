// Runs a program of values, callbacks and failures on the own and on the official runtime, and compares what it prints:
//
//     node bindings/compliance/compare.mjs [--source FOLDER]
//
// The official runtime has the kernel that the own one embeds. Exit code 0: all differences are known; see known.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeVersion as version } from '../runtime.mjs';
import { run } from '../tools.mjs';
import { known } from './known.mjs';
import { prepare, readOptions, runtimeArguments } from './prepare.mjs';
import { explain } from './refusal.mjs';

async function main() {
  const { source } = readOptions('node bindings/compliance/compare.mjs [--source FOLDER]', { source: { type: 'string' } });
  const { work } = await prepare(source, ['own', 'official']);

  mkdirSync(join(work, 'results'), { recursive: true });
  const official = print(`official-${version}`, version, work);
  const own = print('own', version, work);
  let unknown = 0;
  for (const name of new Set([...official.keys(), ...own.keys()])) {
    if (official.get(name) === own.get(name)) continue;
    const why = known(name, official.get(name), own.get(name));
    if (why === undefined) unknown++;
    console.log(why === undefined
      ? `different: ${name}\n    official: ${official.get(name)}\n    own:      ${own.get(name)}`
      : `known difference: ${name}: ${why}`);
  }
  console.log(`${own.size} behaviours, ${unknown} unknown differences from the official runtime ${version}`);
  process.exitCode = unknown === 0 && own.size === official.size ? 0 : 1;
}

// The lines of the program, by the name before the first `: `.
function print(runtime, version, work) {
  console.log(`comparing: the ${runtime} runtime`);
  run('dotnet', ['build', join(work, 'behaviours'), ...runtimeArguments(runtime, version)], work);
  const output = run('dotnet', [join(work, 'build', runtime, 'bin', 'Behaviours', 'release', 'Behaviours.dll')], work);
  writeFileSync(join(work, 'results', `behaviours-${runtime}.txt`), output);
  return new Map(output.trim().split(/\r?\n/).map(line => /^(.*?)(?:: (.*))?$/.exec(line).slice(1)));
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
