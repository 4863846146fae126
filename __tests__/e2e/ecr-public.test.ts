import { describe, expect, test } from '@jest/globals';
import { type CliOptions, type ImageSpec, runCli } from '../../sandbox/index.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const api = 'api.ecr-public.us-east-1.amazonaws.com';
const keys = { AWS_ACCESS_KEY_ID: 'AKIAPUBLICADA', AWS_SECRET_ACCESS_KEY: 'secret-of-ada-0123456789' };
const folders = useFolders();
let count = 0;

const internet = await useInternet();
internet.aws.secrets.set(keys.AWS_ACCESS_KEY_ID, keys.AWS_SECRET_ACCESS_KEY);
internet.ecrPublic.aliases.set('second', '123456789012');

/** A repository of its own behind this alias. */
async function given(alias = 'acme', members: readonly string[] = [keys.AWS_ACCESS_KEY_ID]) {
  count += 1;
  const name = `app-${count}`;
  const path = `${alias}/${name}`;
  internet.ecrPublic.repository(path, { members });
  const cwd = await folders.create();
  const options = (env: CliOptions['env'] = keys) => ({ internet, cwd, env, timeoutMs: 120_000 });
  const { ledger } = internet.ecrPublic.registry;
  return {
    name,
    image: `public.ecr.aws/${path}`,
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      internet.ecrPublic.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(Date.now() - days * 86_400_000).toISOString(),
        ...spec,
      }),
    tags: () => [...ledger.tagged(path).keys()].sort(),
    run: (args: readonly string[], env?: CliOptions['env']) => runCli({ ...options(env), args }),
    prune: (args: readonly string[], env?: CliOptions['env']) =>
      prune([`public.ecr.aws/${path}`, ...args], options(env)),
    restore: (...args: string[]) => restore(args, options()),
    sent: () => recordsAbout(internet.requests, name),
  };
}

describe('public registries', () => {
  test('what everybody may pull is pulled without the credentials', async () => {
    const { image, push, run } = await given();
    await push('1.0', 3);
    internet.forget();
    expect((await run(['check', `${image}:1.0`])).exitCode).toBe(0);
    expect(internet.requests.filter(({ host }) => host === api)).toEqual([]);
    expect(internet.requests.every(({ headers }) => !headers.authorization?.startsWith('Basic'))).toBe(true);
  });

  test('prune and restore', async () => {
    const { push, prune: run, restore: back, tags, image, run: gate } = await given();
    await push('2.0', 1);
    await push('1.0', 9, { platforms: ['linux/amd64', 'linux/arm64'] });
    await push('0.9', 20);
    const listed = await gate(['tags', image, '--sort', 'pushed', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject({ tags: ['2.0', '1.0', '0.9'] });
    const pruned = await run(['--keep', '1', '--journal', 'journal']);
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1.0']);
    expect(tags()).toEqual(['2.0']);
    const restored = await back('journal');
    expect(restored).toMatchObject({ exitCode: 0, json: { lost: [] } });
    expect(tags()).toEqual(['0.9', '1.0', '2.0']);
  });

  test('an artifact is read for its subject, which the list does not have', async () => {
    const { push, prune: run, tags, sent } = await given();
    const signed = await push('2.0', 1);
    await push('1.0', 9);
    const subject = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: signed, size: 1 };
    await push('signature', 30, { subject, artifactType: 'application/vnd.example.signature' });
    internet.forget();
    const pruned = await run(['--keep', '1']);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(tags()).toEqual(['2.0', 'signature']);
    expect(sent().some(({ method, path }) => method === 'GET' && path.includes('/manifests/'))).toBe(true);
  });

  test('the same repository by another alias of the account', async () => {
    const { name, push, run } = await given('second');
    await push('1.0', 3);
    internet.forget();
    const { stdout } = await run(['tags', `public.ecr.aws/second/${name}`, '--sort', 'pushed', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ tags: ['1.0'] });
    expect(internet.requests.filter(({ host }) => host === api)).not.toEqual([]);
  });

  test("another account's repository is not taken for one's own of the same name", async () => {
    const own = await given();
    await own.push('1.0', 3);
    const theirs = `other/${own.name}`;
    internet.ecrPublic.repository(theirs, { members: [] });
    await internet.ecrPublic.image(theirs, '1.0');
    const image = `public.ecr.aws/${theirs}`;
    expect((await own.run(['tags', image, '--sort', 'pushed'])).exitCode).toBe(0);
    for (const args of [
      ['delete', `${image}:1.0`, '--yes'],
      ['prune', image, '--keep', '0', '--yes'],
    ]) {
      const { exitCode, stderr } = await own.run(args);
      expect(exitCode).toBe(4);
      expect(stderr).toContain('has no such public repository');
    }
    expect(own.tags()).toEqual(['1.0']);
    expect([...internet.ecrPublic.registry.ledger.tagged(theirs).keys()]).toEqual(['1.0']);
  });
});
