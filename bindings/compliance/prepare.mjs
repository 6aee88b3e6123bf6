// What both jobs need: checked options and tools, jsii's sources, jsii-calc in C#, and the projects.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withLock } from '../lock.mjs';
import { copyRuntime } from '../runtime.mjs';
import { install, run } from '../tools.mjs';
import { makeCalc } from './calc.mjs';
import { Refusal } from './refusal.mjs';
import { takeSource } from './source.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const bindings = resolve(here, '..');
const work = resolve(bindings, '..', 'artifacts', 'compliance');

export function readOptions(usage, options) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) throw new Refusal(`Node.js ${process.version} is too old: use Node.js 20.9 or later.`);
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Refusal(`${error.message.split('.')[0]}: use ${usage}.`);
  }
}

export async function prepare(sourceFolder, runtimes) {
  for (const tool of ['git', 'npm', 'dotnet']) run(tool, ['--version']);
  mkdirSync(work, { recursive: true });
  const source = takeSource(sourceFolder, work);
  console.log(`jsii: ${source.description}`);
  await withLock(join(bindings, '.lock'), () => install(bindings));
  makeCalc(source, bindings, work, text => console.log(`jsii-calc: ${text}`));
  for (const folder of ['tests', 'behaviours', 'runtime']) rmSync(join(work, folder), { recursive: true, force: true });
  cpSync(join(here, 'projects'), work, { recursive: true });
  if (runtimes.includes('own')) copyRuntime(join(work, 'runtime'));
  // The runtimes keep packages and compiled code in the user's cache: the tests have one of their own.
  process.env.XDG_CACHE_HOME = join(work, 'cache');
  return { source, work, bindings };
}

// Arguments of dotnet for a runtime: `own`, or a version of the official one.
export const runtimeArguments = (runtime, version) => ['--configuration', 'Release', '--nologo', '--verbosity', 'quiet',
  `-p:TestedRuntime=${runtime}`, `-p:OfficialVersion=${version}`, '-p:GeneratePackageOnBuild=false'];
