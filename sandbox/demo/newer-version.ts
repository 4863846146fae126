import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Internet, runCli } from '../index.js';
import { temporaryFolder } from '../temporary.js';
import { chapter, expect, indented, requestsByHost, say } from './narration.js';

/** `latest` over a file, with patches after their release, and with the registry down. */
export async function newerVersion(internet: Internet): Promise<void> {
  chapter('Monday night. Does a newer version exist?');
  for (const tag of ['v11.0.0', 'v11.0.0-patch.1', 'v11.0.0-patch.10', 'v11.0.1', 'v12.0.0-snapshot']) {
    await internet.hub.image('acme/ledger', tag);
  }
  await internet.hub.image('acme/cache', '7.4.2-alpine3.21');
  const folder = await temporaryFolder();
  try {
    const compose = [
      'services:',
      '  ledger: { image: acme/ledger:v11.0.0 }',
      '  cache: { image: acme/cache:7.4.2-alpine3.21 }',
    ];
    await writeFile(join(folder.path, 'compose.yaml'), `${compose.join('\n')}\n`);
    say('The compose.yaml of a deployment:');
    indented(compose.join('\n'));
    const look = (...flags: readonly string[]) =>
      runCli({
        args: ['latest', 'compose.yaml', '--cache-dir', 'kept', '--cache-ttl', '0s', ...flags],
        internet,
        cwd: folder.path,
      });
    internet.forget();
    say('$ image-gate latest compose.yaml --cache-dir kept --strategy patch');
    const patched = await look('--strategy', 'patch');
    indented(patched.stdout);
    expect('patch.10 is newer than patch.1', patched.stdout, /v11\.0\.0-patch\.10 /);
    say(`  Requests: ${requestsByHost(internet)}`);
    const bugfixed = await look('--json');
    expect('with --strategy bugfix, the next release and no snapshot', bugfixed.stdout, /"tag": "v11\.0\.1"/);

    say('The same while Docker Hub is down:');
    const again = internet.inject({
      host: 'registry-1.docker.io',
      answer: { status: 503, headers: { 'retry-after': '3600' } },
    });
    const stale = await look();
    again();
    indented(stale.stdout);
    expect('the lists in the cache are used', stale.exitCode, 0);
    expect('the reason has their date', stale.stdout, /tag list of/);
  } finally {
    await folder.remove();
  }
}
