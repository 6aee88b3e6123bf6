// The local NuGet feed. Beside the packages of a suffix lies their seal: a line with the SHA-256 of each,
// which Directory.Build.targets compares before every restore. No seal, or another hash: the feed is made anew.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimePackage, runtimeVersion } from './runtime.mjs';

const { dependencies } = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'package.json'), 'utf8'));

export const sealedPackages = ({ suffix }) => [
  `${runtimePackage}.${runtimeVersion}-${suffix}.nupkg`,
  `Constructs.${dependencies.constructs}-${suffix}.nupkg`,
  `HashiCorp.Cdktf.${dependencies.cdktf}-${suffix}.nupkg`,
  `HashiCorp.Cdktf.Providers.Aws.${dependencies['@cdktf/provider-aws']}-${suffix}.nupkg`,
];

const sealFile = feed => join(feed.folder, `${feed.suffix}.seal`);

const hashes = feed => sealedPackages(feed)
  .map(name => createHash('sha256').update(readFileSync(join(feed.folder, name))).digest('hex'))
  .join(';');

export function isWhole(feed) {
  const present = [sealFile(feed), ...sealedPackages(feed).map(name => join(feed.folder, name))].every(existsSync);
  return present && readFileSync(sealFile(feed), 'utf8') === hashes(feed);
}

export const seal = feed => writeFileSync(sealFile(feed), hashes(feed));
