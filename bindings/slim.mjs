// Writes a copy of @cdktf/provider-aws that holds only the allowed resources.
// The full package has 2,135 modules and 23,285 types: ten minutes to compile, four times the time to synthesize.
import { cpSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function slim(official, folder, allowed) {
  const modules = ['provider', ...allowed.map(entry => entry.folder)];
  const manifest = JSON.parse(readFileSync(join(official, 'package.json'), 'utf8'));
  const assembly = JSON.parse(readFileSync(join(official, '.jsii'), 'utf8'));
  const all = Object.keys(assembly.submodules).length;
  const description = `Slim build of ${manifest.name} ${manifest.version}, made by Nautilus: ${modules.length} of its ${all} modules. `
    + `Left out is all but the provider itself and ${allowed.map(entry => entry.type).join(', ')}. `
    + `To get more, add a Terraform type to bindings/aws-resources.txt and build, or reference the official package ${manifest.version}.`;

  mkdirSync(join(folder, 'lib'), { recursive: true });
  for (const file of ['LICENSE', 'README.md']) copyFileSync(join(official, file), join(folder, file));
  for (const module of modules) {
    cpSync(join(official, 'lib', module), join(folder, 'lib', module), { recursive: true, filter: path => !path.endsWith('.d.ts') });
  }
  writeFileSync(join(folder, 'lib', 'index.js'), lazyIndex(modules));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(slimManifest(manifest, description), null, 2));
  writeFileSync(join(folder, '.jsii'), JSON.stringify(slimAssembly(assembly, modules, description)));
  return { folder, description };
}

function slimAssembly(assembly, modules, description) {
  const sources = new Set(modules.map(module => `src/${module}/index:`));
  const submodules = Object.fromEntries(Object.entries(assembly.submodules).filter(([, module]) => sources.has(module.symbolId)));
  const types = Object.fromEntries(Object.entries(assembly.types).filter(([, type]) => `${assembly.name}.${type.namespace}` in submodules));
  return { ...assembly, description, submodules, types };
}

const slimManifest = ({ scripts, devDependencies, ...rest }, description) => ({ ...rest, description });

// jsii reaches a type through the package's entry point; a getter keeps the other modules unloaded.
const lazyIndex = modules => `/**
 * Copyright (c) HashiCorp, Inc.
 * SPDX-License-Identifier: MPL-2.0
 */
${modules.map(module => `Object.defineProperty(exports, '${camelCase(module)}', { enumerable: true, get: () => require('./${module}') });`).join('\n')}
`;

const camelCase = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
