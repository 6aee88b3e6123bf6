// The modules of earlier runs, in one file. Only modules whose path tells their content are kept: the kernel, and packages in the
// kernel's cache, whose folders are named by a hash. The file belongs to the user alone.
'use strict';
const fs = require('fs');
const path = require('path');

// The file: its length, the length of the index, the index, the source and the code of each module.
// The index: { folder: { file: [where the module starts, length of the source, length of the code, { request: file }] } }
exports.KeptModules = class {
  #folder;
  #file;
  #descriptor;
  #start = 0;
  #index = {};
  #folders = new Map();

  constructor(folder) {
    this.#folder = folder;
    this.#file = path.join(folder, `modules-${process.version}-${process.arch}`);
    try {
      const owner = fs.statSync(folder);
      if (process.getuid && (owner.uid !== process.getuid() || owner.mode & 0o022)) return;
      this.#descriptor = fs.openSync(this.#file, 'r');
      const lengths = this.#read(0, 8);
      if (lengths.readUInt32LE(0) !== fs.fstatSync(this.#descriptor).size) return;
      this.#start = 8 + lengths.readUInt32LE(4);
      this.#index = JSON.parse(this.#read(8, this.#start - 8).toString());
    } catch {
      this.#index = {};
    }
  }

  /** The package of a module, as it is linked in this run and as it is kept, and the file in it; undefined if it can't be kept. */
  placeOf(filename) {
    if (filename.startsWith(__dirname + path.sep)) return this.#placeIn(__dirname, __dirname, filename);
    // The kernel links packages into a folder that has another name in every run.
    const end = /[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(filename);
    if (!end) return undefined;
    const link = filename.slice(0, end.index + end[0].length);
    if (!this.#folders.has(link)) this.#folders.set(link, fs.realpathSync(link));
    return this.#placeIn(link, this.#folders.get(link), filename);
  }

  find({ folder, file }) {
    const found = this.#index[folder]?.[file];
    if (!found) return undefined;
    const [at, length, lengthOfCode, requests] = found;
    const bytes = this.#read(this.#start + at, length + lengthOfCode);
    return { source: bytes.toString('utf8', 0, length), code: bytes.subarray(length), requests };
  }

  /** Adds the modules of this run. What others have written in the meantime is lost, and kept again by the next run that uses it. */
  write(modules) {
    const index = {};
    const parts = [];
    let at = 0;
    const add = (folder, file, source, code, requests) => {
      (index[folder] ??= {})[file] = [at, source.length, code.length, requests];
      parts.push(source, code);
      at += source.length + code.length;
    };

    for (const { folder, file, source, script, requests } of modules)
      add(folder, file, Buffer.from(source), script.createCachedData(), requests);
    for (const folder of Object.keys(this.#index).filter(name => fs.existsSync(this.#folder + name)))
      for (const [file, [start, length, lengthOfCode, requests]] of Object.entries(this.#index[folder]))
        if (!index[folder]?.[file]) {
          const bytes = this.#read(this.#start + start, length + lengthOfCode);
          add(folder, file, bytes.subarray(0, length), bytes.subarray(length), requests);
        }

    const head = Buffer.from(JSON.stringify(index));
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(8 + head.length + at, 0);
    lengths.writeUInt32LE(head.length, 4);
    this.#replace(Buffer.concat([lengths, head, ...parts]));
  }

  #replace(bytes) {
    const partial = `${this.#file}.${process.pid}`;
    try {
      fs.writeFileSync(partial, bytes, { mode: 0o600 });
      fs.renameSync(partial, this.#file);
    } catch {
      fs.rmSync(partial, { force: true });
    }
  }

  #placeIn(link, real, filename) {
    return real.startsWith(this.#folder + path.sep)
      ? { link, folder: real.slice(this.#folder.length), file: filename.slice(link.length) }
      : undefined;
  }

  #read(at, length) {
    const bytes = Buffer.allocUnsafeSlow(length);
    if (fs.readSync(this.#descriptor, bytes, 0, length, at) !== length) throw new Error(`${this.#file} is cut off; delete it`);
    return bytes;
  }
};
