// The own runtime as the bindings have it: its sources.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

export function copyOwnRuntime(bindings, work) {
  const runtime = join(bindings, 'runtime');
  if (!existsSync(join(runtime, 'Amazon.JSII.Runtime.csproj'))) throw new Refusal(`there is no own runtime in ${runtime}.`);

  const folder = join(work, 'runtime');
  rmSync(folder, { recursive: true, force: true });
  cpSync(runtime, folder, { recursive: true, filter: path => !/[\\/](bin|obj)$/.test(path) });
}
