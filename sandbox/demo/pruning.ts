import { readdir } from 'node:fs/promises';
import { type Internet, runCli } from '../index.js';
import { temporaryFolder } from '../temporary.js';
import { chapter, expect, indented, requestsByHost, say } from './narration.js';

const repository = 'acme/api';

/** `prune` and `restore` of what a month of builds has left behind. */
export async function pruned(internet: Internet, [user, secret]: readonly [string, string]): Promise<void> {
  chapter('Night. Old images are deleted');
  const platforms = ['linux/amd64', 'linux/arm64'];
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const release = await internet.hub.image(repository, 'v1.0.0', { platforms, created: daysAgo(60) });
  for (const [at, tag] of ['5b1e7a0', '4c2f8d1', '3d3a9e2', '2e4b0f3'].entries()) {
    await internet.hub.image(repository, tag, { platforms, created: daysAgo(40 - at) });
  }
  const signature = `${release.replace(':', '-')}.sig`;
  await internet.hub.image(repository, signature, { content: 'a signature', created: daysAgo(60) });
  const tags = () => [...internet.hub.registry.ledger.tagged(repository).keys()].sort();
  const before = tags();
  const folder = await temporaryFolder();
  const env = { IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: secret };
  const run = (...args: readonly string[]) => runCli({ args, internet, cwd: folder.path, env });
  const rules = ['--keep', '2', '--older-than', '7d', '--protect', '^v\\d'];
  try {
    internet.forget();
    say(`$ image-gate prune ${repository} ${rules.join(' ')} --dry-run`);
    const planned = await run('prune', repository, ...rules, '--dry-run');
    indented(planned.stdout);
    expect('exit code 0', planned.exitCode, 0);
    expect('nothing is deleted', tags().join(), before.join());
    say(`  Requests: ${requestsByHost(internet)}`);
    say();
    say('The same with --yes:');
    const done = await run('prune', repository, ...rules, '--yes');
    indented(done.stdout.split('\n').at(-2) ?? '');
    expect('exit code 0', done.exitCode, 0);
    const left = ['660cbcf', '2e4b0f3', 'v1.0.0', signature].sort();
    expect('the two newest images, the release and its signature are kept', tags().join(), left.join());
    const [journal = ''] = await readdir(folder.path);
    say();
    say(`$ image-gate restore ${journal}`);
    const restored = await run('restore', journal);
    indented(restored.stdout);
    expect('exit code 0', restored.exitCode, 0);
    expect('all tags exist again', tags().join(), before.join());
  } finally {
    await folder.remove();
  }
}
