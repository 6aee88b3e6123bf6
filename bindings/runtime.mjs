// The sources of the jsii runtime, and the version of the official one whose kernel it contains.
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = join(dirname(fileURLToPath(import.meta.url)), 'runtime');

export const runtimePackage = 'Amazon.JSII.Runtime';
export const runtimeVersion = /<KernelVersion>(.*?)</.exec(readFileSync(join(sources, `${runtimePackage}.csproj`), 'utf8'))[1];

export const copyRuntime = folder => cpSync(sources, folder, { recursive: true, filter: path => !/[\\/](bin|obj)$/.test(path) });
