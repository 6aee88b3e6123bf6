// From jsii-calc's TypeScript to C#: jsii compiles it and its dependencies, jsii-pacmak writes C# projects.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, run } from '../tools.mjs';
import { packages } from './source.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const bundled = '@fixtures/jsii-calc-bundled';

// The folder of the C# projects. They are kept while jsii's commit, the tools and this program are the same.
export function makeCalc(source, bindings, work, say) {
  const projects = join(work, 'dotnet');
  const stamp = join(projects, '.made');
  const locks = [bindings, here].map(folder => join(folder, 'package-lock.json'));
  const made = fingerprint(source.commit, ...locks, fileURLToPath(import.meta.url));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) {
    say('the C# of an earlier run');
    return projects;
  }

  rmSync(projects, { recursive: true, force: true });
  say('npm ci');
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(work, file));
  install(work);
  const folders = layOut(source.folder, work);
  const jsii = join(work, 'node_modules', 'jsii', 'bin', 'jsii');

  for (const name of packages.filter(name => name !== bundled)) {
    say(`jsii compiles ${name}`);
    const { scripts } = JSON.parse(readFileSync(join(folders[name], 'package.json'), 'utf8'));
    const strip = /--strip-deprecated=\S+/.exec(scripts.build)?.[0];
    run(process.execPath, [jsii, '--silence-warnings', 'reserved-word', ...strip ? [strip] : []], folders[name]);
  }
  say('jsii-pacmak writes C#');
  const pacmak = join(bindings, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
  run(process.execPath, [pacmak, '--targets', 'dotnet', '--code-only', '--recurse', '--force',
    '--pack-command', 'npm pack --ignore-scripts', '--outdir', work, folders['jsii-calc']], work);
  for (const name of readdirSync(projects)) retarget(join(projects, name, `${name}.csproj`));
  writeFileSync(stamp, made);
  return projects;
}

const fingerprint = (commit, ...files) =>
  files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256').update(commit)).digest('hex');

// Node.js, jsii and npm find the packages as after an installation: links in node_modules, and the bundled one inside jsii-calc.
function layOut(source, work) {
  const folders = Object.fromEntries(packages.map(name => [name, join(work, 'packages', name)]));
  rmSync(join(work, 'packages'), { recursive: true, force: true });
  for (const [name, folder] of Object.entries(folders)) {
    cpSync(join(source, 'packages', name), folder, { recursive: true });
    const link = join(work, 'node_modules', name);
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(folder, link, 'junction');
  }
  cpSync(folders[bundled], join(folders['jsii-calc'], 'node_modules', bundled), { recursive: true });
  return folders;
}

function retarget(project) {
  const xml = readFileSync(project, 'utf8');
  const framework = /<TargetFramework>.*?</;
  if (!framework.test(xml)) throw new Error(`jsii-pacmak wrote ${project} without ${framework}.`);
  writeFileSync(project, xml.replace(framework, '<TargetFramework>net10.0<'));
}
