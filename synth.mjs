// The first command of `app` in cdktf.json: builds the app if the sources are not those of the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { withLock } from './bindings/lock.mjs';

const folders = ['App', 'Functions', 'Review', 'Stacks', 'Streaming', 'bindings'];
const ofTheRoot = /\.(cs|csproj|mjs|props|targets)$|^global\.json$|^\.editorconfig$/;
const generated = ['bindings/.lock', 'bindings/.work', 'bindings/feed', 'bindings/node_modules'];
const built = ['artifacts/bin/cdktf/release/Nautilus.dll', 'artifacts/functions/transform.zip', 'artifacts/functions/aggregate.zip'];
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

function build() {
  if (isBuilt()) return 0;

  // Listed before the build: what changes while it runs is built the next time.
  const listed = sources();
  rmSync(stamp, { force: true });
  console.log('nautilus: building the app');
  const exitCode = dotnet('msbuild', 'cdktf.csproj', '-target:MakeBindings', '-nologo', '-verbosity:minimal')
    || dotnet('msbuild', 'cdktf.csproj', '-restore', '-property:Configuration=Release', '-nologo', '-verbosity:quiet');
  if (exitCode === 0) writeFileSync(stamp, listed);
  return exitCode;
}

function dotnet(...args) {
  const { error, status } = spawnSync('dotnet', args, { stdio: 'inherit' });
  if (error) console.error(`nautilus: 'dotnet' can't be started (${error.code}); install the .NET 10 SDK and put it on the PATH`);
  return status ?? 1;
}

if (!isBuilt()) {
  mkdirSync('artifacts', { recursive: true });
  process.exitCode = await withLock('artifacts/synth.lock', build);
}
