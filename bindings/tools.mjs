// Runs npm, jsii-pacmak and dotnet, and turns their failures into one line.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|NU1301/;
const noDisk = /ENOSPC|No space left on device|There is not enough space/i;

// `npm ci`, unless what it made of this very lock file is still there.
export function install(folder) {
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.installed');
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;

  try {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'], folder);
    writeFileSync(stamp, lock);
  } catch (error) {
    rmSync(modules, { recursive: true, force: true });
    throw error;
  }
}

export function run(command, args, cwd) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    shell: process.platform === 'win32',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] },
  });
  if (result.status === 0) return result.stdout;

  const output = `${result.error?.message ?? ''}\n${result.stdout ?? ''}\n${result.stderr ?? ''}`;
  const what = [command, args[0]].join(' ');
  if (noDisk.test(output)) throw Object.assign(new Error(output), { code: 'ENOSPC' });
  const missing = result.error?.code === 'ENOENT' ? command : undefined;
  if (noNetwork.test(output)) {
    const message = `no network: '${what}' could not reach its package registry; the C# bindings need it once, connect and build again.`;
    throw Object.assign(new Error(message), { code: 'ENOTFOUND', what });
  }
  const reason = (output.split('\n').find(line => /error/i.test(line)) ?? output.trim().split('\n').at(-1)).trim();
  const message = `'${what}' failed while making the C# bindings: ${reason}`;
  throw Object.assign(new Error(message), { what, reason, missing, output });
}
