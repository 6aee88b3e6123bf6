// Runs the jsii kernel in one process: node host.js FOLDER. Requests come from file descriptor 0, answers go to 1.
// Compiled code of the kernel and of the npm packages is kept in FOLDER, which belongs to the user alone.
'use strict';
const fs = require('fs');
const Module = require('module');
const path = require('path');
const v8 = require('v8');
const vm = require('vm');
const { Readable, Writable } = require('stream');

const folder = fs.realpathSync(process.argv[2]);

// What JavaScript prints must not get between the answers: it is a line of its own, which .NET prints.
const printed = new Writable({
  decodeStrings: true,
  write(chunk, _, done) {
    const line = Buffer.from(JSON.stringify({ stdout: chunk.toString('base64') }) + '\n');
    for (let written = 0; written < line.length;) written += fs.writeSync(1, line, written);
    done();
  },
});
Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, value: printed });
Object.defineProperty(process, 'stdin', { configurable: true, enumerable: true, value: Readable.from([]) });
// .NET decides what Ctrl-C does. When .NET ends, the requests end, and so does this process.
process.on('SIGINT', () => {});

// V8 compares only the length of a source with its compiled code. So only files whose path tells their content are kept:
// the kernel, and packages in the kernel's cache, which are in folders named by a hash.
const codeFile = path.join(folder, `code-${process.versions.node}-${v8.cachedDataVersionTag().toString(16)}`);
const known = readCode();
const compiled = new Map();
let isNew = false;

Module.prototype._compile = function (content, filename) {
  const key = keyOf(filename);
  const cachedData = key && known.get(key);
  const source = content.charCodeAt(0) === 0x23 ? `//${content}` : content;
  const script = new vm.Script(Module.wrap(source), {
    filename, cachedData, importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (key) {
    compiled.set(key, script);
    isNew ||= !cachedData || script.cachedDataRejected;
  }
  const require = Module.createRequire(filename);
  const requireHere = Object.assign(id => this.require(id), {
    resolve: require.resolve, main: process.mainModule, extensions: Module._extensions, cache: Module._cache,
  });
  return script.runInThisContext().call(this.exports, this.exports, requireHere, this, filename, path.dirname(filename));
};

const packages = new Map();
function keyOf(filename) {
  if (filename.startsWith(__dirname + path.sep)) return filename.slice(folder.length);
  // The kernel links packages into a folder that has another name in every run.
  const end = /[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(filename);
  if (!end) return undefined;
  const link = filename.slice(0, end.index + end[0].length);
  if (!packages.has(link)) packages.set(link, fs.realpathSync(link));
  const real = packages.get(link);
  return real.startsWith(folder + path.sep) ? real.slice(folder.length) + filename.slice(link.length) : undefined;
}

// The file: the length of the index, the index, the code of each script.
function readCode() {
  try {
    const owner = fs.statSync(folder);
    if (process.getuid && (owner.uid !== process.getuid() || owner.mode & 0o022)) return new Map();
    const bytes = fs.readFileSync(codeFile);
    const start = 4 + bytes.readUInt32LE(0);
    return new Map(JSON.parse(bytes.toString('utf8', 4, start)).map(([key, at, length]) =>
      [key, bytes.subarray(start + at, start + at + length)]));
  } catch {
    return new Map();
  }
}

function writeCode() {
  const code = readCode();
  for (const [key, script] of compiled) code.set(key, script.createCachedData());
  const index = [];
  let at = 0;
  for (const [key, bytes] of code) {
    index.push([key, at, bytes.length]);
    at += bytes.length;
  }
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const partial = `${codeFile}.${process.pid}`;
  try {
    fs.writeFileSync(partial, Buffer.concat([length, head, ...code.values()]), { mode: 0o600 });
    fs.renameSync(partial, codeFile);
  } catch {
    fs.rmSync(partial, { force: true });
  }
}

process.on('exit', () => {
  if (isNew) writeCode();
});

require('./program.js');
