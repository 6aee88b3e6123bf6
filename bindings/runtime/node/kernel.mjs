// Takes the files of the jsii kernel out of the official Amazon.JSII.Runtime.dll: node kernel.mjs DLL FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The official launcher starts a second process and talks to it over file descriptor 3. Our runtime has one process and its pipes.
const officialChannel = 'readFD:3,writeFD:3';
const channel = 'readFD:0,writeFD:1';

const [library, folder] = process.argv.slice(2);
const scripts = embeddedTexts(readFileSync(library)).filter(text => !text.startsWith('{'));
const program = one('the program', text => text.split(officialChannel).length === 2);
const worker = one('the worker', text => text.includes('workerData') && text !== program);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'program.js'), program.replace(officialChannel, channel));
writeFileSync(join(folder, 'runtime-index-worker.js'), worker);

function one(what, isIt) {
  const found = scripts.filter(isIt);
  if (found.length !== 1) throw new Error(`${library} must contain ${what} of the jsii kernel once, got ${found.length}: adapt kernel.mjs.`);
  return found[0];
}

// The resources of a .NET library (ECMA-335, II.24.2.2 and II.25.3.3): a length, the bytes, and room up to a multiple of 8.
function embeddedTexts(dll) {
  const header = dll.readUInt32LE(0x3c);
  const optional = header + 24;
  const sections = optional + dll.readUInt16LE(header + 20);
  const offsetOf = address => {
    for (let i = 0; i < dll.readUInt16LE(header + 6); i++) {
      const section = sections + 40 * i;
      const within = address - dll.readUInt32LE(section + 12);
      if (within >= 0 && within < dll.readUInt32LE(section + 16)) return within + dll.readUInt32LE(section + 20);
    }
    throw new Error(`${library} is no .NET library.`);
  };

  const is64Bit = dll.readUInt16LE(optional) === 0x20b;
  const cli = offsetOf(dll.readUInt32LE(optional + (is64Bit ? 112 : 96) + 14 * 8));
  const resources = offsetOf(dll.readUInt32LE(cli + 24));
  const texts = [];
  for (let at = 0; at < dll.readUInt32LE(cli + 28);) {
    const length = dll.readUInt32LE(resources + at);
    texts.push(dll.toString('utf8', resources + at + 4, resources + at + 4 + length));
    at = Math.ceil((at + 4 + length) / 8) * 8;
  }
  return texts;
}
