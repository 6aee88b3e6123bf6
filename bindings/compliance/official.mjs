// The official runtime: the version whose kernel the own runtime contains.
import { readFileSync } from 'node:fs';

const project = new URL('../runtime/Amazon.JSII.Runtime.csproj', import.meta.url);
export const official = /<KernelVersion>(.*?)</.exec(readFileSync(project, 'utf8'))[1];
