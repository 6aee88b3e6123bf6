// The jsii kernel that the runtime embeds: the JavaScript files of the npm package @jsii/runtime.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The official launcher starts a second process and talks to it over file descriptor 3. The runtime has one process and its pipes.
const officialChannel = 'readFD:3,writeFD:3';
const channel = 'readFD:0,writeFD:1';

export function makeKernel(modules, folder) {
  const official = join(modules, '@jsii', 'runtime', 'webpack', 'lib');
  const program = readFileSync(join(official, 'program.js'), 'utf8').split(officialChannel);
  if (program.length !== 2) throw new Error(`@jsii/runtime has '${officialChannel}' ${program.length - 1} times, and not once: adapt bindings/kernel.mjs.`);

  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'program.js'), program.join(channel));
  copyFileSync(join(official, 'runtime-index-worker.js'), join(folder, 'runtime-index-worker.js'));
}
