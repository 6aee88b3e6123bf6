// Makes the NuGet packages Constructs, HashiCorp.Cdktf and HashiCorp.Cdktf.Providers.Aws from npm.
// Called by Directory.Build.targets:
//
//     node bindings/generate.mjs <feed folder> <slim|stock> <fingerprint>
//
// Says nothing when all is well; otherwise one line on standard error, and exit code 1.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAllowList } from './allow-list.mjs';
import { isWhole, seal, sealedPackages } from './feed.mjs';
import { withLock } from './lock.mjs';
import { pack } from './pack.mjs';
import { slim } from './slim.mjs';
import { install } from './tools.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [feedFolder, flavor, fingerprint] = process.argv.slice(2);
const feed = { folder: resolve(feedFolder), flavor, suffix: `${flavor}-${fingerprint}` };
const work = join(here, '.work');

function generate() {
  if (isWhole(feed)) return;

  rmSync(work, { recursive: true, force: true });
  try {
    mkdirSync(work, { recursive: true });
    install(here);
    const official = join(here, 'node_modules', '@cdktf', 'provider-aws');
    const provider = flavor === 'slim'
      ? slim(official, join(work, 'provider-aws'), readAllowList(join(here, 'aws-resources.txt'), official))
      : { folder: official, description: 'The whole provider, as its maker publishes it.' };
    publish(pack(provider, work, feed.suffix));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// A package appears under its final name only when it is whole; the seal comes last.
function publish(packages) {
  mkdirSync(feed.folder, { recursive: true });
  for (const name of sealedPackages(feed)) renameSync(join(packages, name), join(feed.folder, name));
  seal(feed);
}

function explain(error) {
  if (error.code === 'ENOSPC' || /ENOSPC|No space left on device|There is not enough space/i.test(error.message)) {
    return `the disk is full: the C# bindings need about 1 GB free under ${here}; make room and build again.`;
  }
  return error.message.split('\n')[0];
}

try {
  await withLock(join(here, '.lock'), generate);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
