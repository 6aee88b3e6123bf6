// The first command of `app` in cdktf.json: builds the app if the sources are not those of the last build.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { withLock } from './bindings/lock.mjs';

const folders = ['App', 'Functions', 'Review', 'Stacks', 'Streaming', 'bindings'];
const ofTheRoot = /\.(cs|csproj|mjs|props|targets)$|^global\.json$|^\.editorconfig$/;
const generated = ['bindings/.lock', 'bindings/.work', 'bindings/feed', 'bindings/node_modules'];
const zips = ['artifacts/functions/transform.zip', 'artifacts/functions/aggregate.zip'];
const built = ['artifacts/publish/cdktf/release/Nautilus.dll', ...zips];
const stamp = 'artifacts/synth.stamp';

const filesIn = folder => readdirSync(folder, { withFileTypes: true })
  .map(entry => ({ path: `${folder}/${entry.name}`, isFolder: entry.isDirectory() }))
  .filter(({ path }) => !generated.includes(path))
  .flatMap(({ path, isFolder }) => isFolder ? filesIn(path) : [path]);

// All paths with their dates, because a deleted source leaves no newer file behind, and a restored one may be older.
const sources = () => [...readdirSync('.').filter(name => ofTheRoot.test(name)), ...folders.filter(existsSync).flatMap(filesIn)]
  .sort()
  .map(path => ({ path, file: statSync(path) }))
  .map(({ path, file }) => `${path} ${file.mtimeMs} ${file.size}\n`)
  .join('');

const isBuilt = () => [...built, stamp].every(existsSync) && readFileSync(stamp, 'utf8') === sources();

async function build() {
  if (isBuilt()) return 0;

  // Listed before the build: what changes while it runs is built the next time.
  const listed = sources();
  rmSync(stamp, { force: true });
  console.log('nautilus: building the app');
  const exitCode = await prepare() || await msbuild('cdktf.csproj', '-restore', '-target:Publish', '-verbosity:quiet');
  if (exitCode === 0) writeFileSync(stamp, listed);
  return exitCode;
}

// On a fresh clone, one core makes the bindings, and the other one the functions, which do not need the bindings.
async function prepare() {
  const bindings = msbuild('cdktf.csproj', '-target:MakeBindings', '-verbosity:minimal');
  const functions = zips.every(existsSync) ? 0 : await pack('Transform') || await pack('Aggregate');
  return await bindings || functions;
}

const pack = name => msbuild(`Functions/${name}`, '-restore', '-verbosity:quiet');

const msbuild = (project, ...args) => new Promise(resolve => {
  const child = spawn('dotnet', ['msbuild', project, '-property:Configuration=Release', '-nologo', ...args], { stdio: 'inherit' });
  child.once('exit', code => resolve(code ?? 1));
  child.once('error', error => resolve(refuse(`'dotnet' can't be started (${error.code}); install the .NET 10 SDK and put it on the PATH`)));
});

const refusals = new Set();
function refuse(reason) {
  if (!refusals.has(reason)) console.error(`nautilus: ${reason}`);
  refusals.add(reason);
  return 1;
}

if (!isBuilt()) {
  mkdirSync('artifacts', { recursive: true });
  process.exitCode = await withLock('artifacts/synth.lock', build);
}
