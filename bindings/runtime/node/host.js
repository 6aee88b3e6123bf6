// Runs the jsii kernel in one process: node host.js FOLDER. Requests come from file descriptor 0, answers go to 1.
// The modules of the kernel and of the npm packages are kept in FOLDER, which belongs to the user alone.
'use strict';
const fs = require('fs');
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

require('./modules.js').keepIn(folder);
require('./program.js');
