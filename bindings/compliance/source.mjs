// Takes the sources of the tests, and of the packages that they use, from a clone of aws/jsii.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../tools.mjs';
import { Refusal } from './refusal.mjs';

const repository = 'https://github.com/aws/jsii';
const tag = 'v1.140.0';

// In the order in which they are compiled.
export const packages = [
  '@fixtures/jsii-calc-bundled', '@scope/jsii-calc-base-of-base', '@scope/jsii-calc-base', '@scope/jsii-calc-lib', 'jsii-calc',
];
const tests = 'packages/@jsii/dotnet-runtime-test/test/Amazon.JSII.Runtime.IntegrationTests';
const needed = [...packages.map(name => `packages/${name}`), tests];

export function takeSource(source, work) {
  const folder = join(work, 'jsii');
  rmSync(folder, { recursive: true, force: true });
  const { ref, from, version } = source === undefined ? cloneTag(folder) : cloneFolder(resolve(source), folder);

  try {
    git(folder, 'checkout', '--quiet', ref, '--', ...needed);
  } catch (error) {
    throw /pathspec/.test(error.output) ? new Refusal(`${from} is not a clone of ${repository}: it has no ${tests}.`) : error;
  }
  const commit = git(folder, 'rev-parse', `${ref}^{commit}`).trim();
  return { folder, tests: join(folder, tests), commit, description: `${from}, ${version}, commit ${commit.slice(0, 10)}` };
}

function cloneTag(folder) {
  try {
    run('git', ['clone', '--quiet', '--depth', '1', '--filter=blob:none', '--no-checkout', '--branch', tag, repository, folder]);
  } catch (error) {
    if (/Could not resolve host|unable to access|Failed to connect/i.test(error.output)) {
      throw new Refusal(`no network: git could not reach ${repository}; connect, or name a clone of it with --source FOLDER.`);
    }
    throw error;
  }
  return { ref: 'HEAD', from: repository, version: tag };
}

function cloneFolder(source, folder) {
  if (!existsSync(source) || !statSync(source).isDirectory()) throw new Refusal(`--source: there is no folder ${source}.`);
  try {
    run('git', ['clone', '--quiet', '--shared', '--no-checkout', source, folder]);
  } catch (error) {
    const isOther = /does not exist|not a git repository|does not appear to be/i.test(error.output);
    throw isOther ? new Refusal(`--source: ${source} is not a git repository.`) : error;
  }
  const hasTag = git(folder, 'tag', '--list', tag).trim() === tag;
  return { ref: hasTag ? tag : 'HEAD', from: source, version: hasTag ? tag : `no tag ${tag}, so its HEAD` };
}

const git = (folder, ...args) => run('git', ['-C', folder, ...args]);
