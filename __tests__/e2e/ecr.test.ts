import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../sandbox/exchange.js';
import { type CliOptions, type ImageSpec, pusher, runCli } from '../../sandbox/index.js';
import { deleteImages } from './support/delete.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const registry = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const api = 'api.ecr.eu-central-1.amazonaws.com';
const accessKey = 'ASIAADA0123456789AB';
const secret = 'secret-of-ada-0123456789/abcdefghijkl+mn';
const sessionToken = 'session-of-ada-0123456789';
const keys = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: sessionToken };
const platforms = ['linux/amd64', 'linux/arm64'];
const today = Date.now();
const folders = useFolders();
let count = 0;

const internet = await useInternet();
internet.aws.secrets.set(accessKey, secret);
internet.aws.keys.set(accessKey, { sessionToken });

/** Access keys of others, each with a name of its own. */
function stranger(options: {
  readonly permissions?: readonly string[];
  readonly account?: string;
  readonly expires?: Date;
}) {
  count += 1;
  const name = `AKIAOTHER${count}`;
  internet.aws.secrets.set(name, secret);
  const { account, expires, permissions } = options;
  internet.aws.keys.set(name, { ...(account && { account }), ...(expires && { expires }) });
  if (permissions !== undefined) internet.aws.permissions.set(name, new Set(permissions));
  return { AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: '' };
}

/** A repository of its own, and a working directory. */
async function given(members: readonly string[] = [accessKey]) {
  count += 1;
  const path = `team/app-${count}`;
  internet.ecr.repository(path, { members });
  const cwd = await folders.create();
  const options = (env: CliOptions['env'] = keys) => ({ internet, cwd, env, timeoutMs: 120_000 });
  const { registry: behind } = internet.ecr;
  return {
    path,
    cwd,
    image: `${registry}/${path}`,
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      internet.ecr.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * 86_400_000).toISOString(),
        ...spec,
      }),
    has: (reference: string) =>
      behind.ledger.tagged(path).has(reference) || behind.ledger.manifests(path).has(reference),
    looking: lookingAt(behind.url, path),
    prune: (args: readonly string[], env?: CliOptions['env']) => prune([`${registry}/${path}`, ...args], options(env)),
    restore: (...args: string[]) => restore(args, options()),
    delete: (references: readonly string[], env?: CliOptions['env'], args: readonly string[] = []) =>
      deleteImages(
        [references.map((one) => `${registry}/${path}${one.includes(':') ? '@' : ':'}${one}`).join(','), ...args],
        options(env),
      ),
    run: (args: readonly string[], env?: CliOptions['env']) => runCli({ ...options(env), args }),
    sent: () => recordsAbout(internet.requests, path),
  };
}

/** The operations of the API in these requests. */
function operationsIn(requests: readonly { readonly headers: Readonly<Record<string, string>> }[]): string[] {
  return requests.flatMap(({ headers }) => headers['x-amz-target']?.split('.')[1] ?? []);
}

/** Answers the requests for this operation with something else. @returns what ends that */
function answering(operation: string, answer: Answer): () => void {
  return internet.inject({
    host: api,
    answer: ({ headers }) => (headers['x-amz-target']?.endsWith(`.${operation}`) ? answer : undefined),
  });
}

describe('with AWS credentials in the environment', () => {
  test('check needs no other login, and no request too many', async () => {
    const { image, push, run } = await given();
    const digest = await push('1.0', 3);
    internet.forget();
    const { exitCode, stdout } = await run(['check', `${image}:1.0`, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, digest });
    expect(exitCode).toBe(0);
    const made = internet.requests.filter(({ host }) => host.endsWith('amazonaws.com'));
    expect(made.map(({ method, host }) => `${method} ${host}`)).toEqual([`POST ${api}`, `HEAD ${registry}`]);
  });

  test('a registry with credentials of its own keeps them', async () => {
    const { image, push, run } = await given();
    await push('1.0', 3);
    internet.forget();
    const password = internet.ecr.passwords.issue(accessKey);
    const env = { ...keys, IMAGE_GATE_USERNAME: 'AWS', IMAGE_GATE_PASSWORD: password };
    expect((await run(['check', `${image}:1.0`], env)).exitCode).toBe(0);
    expect(internet.requests.filter(({ host }) => host === api)).toEqual([]);
  });

  test.each([
    '123456789012.dkr-ecr.eu-central-1.on.aws',
    '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com',
    '123456789012.dkr-ecr-fips.us-east-1.on.aws',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn',
    '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
    '123456789012.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu',
  ])('%s', async (host) => {
    const { path, push, run } = await given();
    const region = /\.([a-z]+-[a-z-]+-\d)\./.exec(host)?.[1] ?? '';
    internet.ecr.places.set(path, { account: '123456789012', region });
    await push('1.0', 3);
    const listed = await run(['tags', `${host}/${path}`, '--sort', 'pushed', '--json']);
    expect(listed.stderr).toBe('');
    expect(JSON.parse(listed.stdout)).toMatchObject({ tags: ['1.0'] });
    expect((await run(['check', `${host}/${path}:1.0`])).exitCode).toBe(0);
  });

  test('no secret, given or derived, is shown', async () => {
    const { path, image, push, run } = await given();
    await push('1.0', 3);
    const { stdout, stderr } = await run(['tags', image, '--details', '--verbose']);
    const { stderr: more } = await run(['check', `${image}:1.0`, '--verbose']);
    const about = internet.requests.filter(({ host }) => host === registry || host === api);
    const derived = about.flatMap(({ headers }) => headers.authorization?.split(/ |Signature=/).at(-1) ?? []);
    expect(recordsAbout(internet.requests, path).length).toBeGreaterThan(2);
    const passwords = derived.map((one) => Buffer.from(one, 'base64').toString('utf8').replace('AWS:', ''));
    for (const hidden of [secret, sessionToken, ...derived, ...passwords].filter((one) => one.length > 20)) {
      expect(stdout + stderr + more).not.toContain(hidden);
    }
  });
});

describe('tags, latest, inspect, backup, repositories', () => {
  test('sorted by the date of the push, a thousand a request', async () => {
    const { path, image, run, sent } = await given();
    internet.ecr.images(path, 2000);
    internet.forget();
    const { stdout, stderr } = await run(['tags', image, '--sort', 'pushed', '--limit', '2', '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ total: 2000, tags: ['build-1999', 'build-1998'] });
    expect(operationsIn(sent())).toEqual(['DescribeRepositories', 'DescribeImages', 'DescribeImages']);
    expect(sent()).toHaveLength(3);
  });

  test('tags lists archived images, and reports that they are', async () => {
    const { path, image, push, run } = await given();
    internet.ecr.archive(path, await push('1.0', 9));
    await push('2.0', 1);
    const { exitCode, stdout, stderr } = await run(['tags', image, '--details', '--json']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).tags).toMatchObject([
      { name: '1.0', unavailable: expect.stringContaining('archived on ECR') },
      { name: '2.0', platforms: ['linux/amd64'] },
    ]);
  });

  test('latest takes the date of the push', async () => {
    const { path, image, push, run } = await given();
    await push('1.0.0', 9);
    const digest = await push('1.0.1', 30);
    // The image says 30 days, the registry one.
    Object.assign(internet.ecr.registry.ledger.manifests(path).get(digest) ?? {}, {
      created: new Date(today - 86_400_000),
    });
    const young = await run(['latest', `${image}:1.0.0`, '--min-age', '2d', '--json']);
    expect(JSON.parse(young.stdout)).toMatchObject({ updateAvailable: false });
    const old = await run(['latest', `${image}:1.0.0`, '--min-age', '2h', '--json']);
    expect(JSON.parse(old.stdout)).toMatchObject({ updateAvailable: true });
  });

  test('inspect and backup', async () => {
    const { image, cwd, push, run } = await given();
    const digest = await push('1.0', 3, { platforms });
    const inspected = await run(['inspect', `${image}:1.0`, '--json']);
    expect(JSON.parse(inspected.stdout)).toMatchObject({ digest });
    const backup = await run(['backup', image, '--json']);
    expect(backup.exitCode).toBe(0);
    expect(await readFile(join(cwd, 'image-gate-backup.json'), 'utf8')).toContain(digest);
  });

  test('repositories of the account, all or of a namespace', async () => {
    const { path, run } = await given();
    const other = `other-${count}/app`;
    internet.ecr.repository(other, { members: [accessKey] });
    const all = await run(['repositories', '--registry', registry, '--format', 'names']);
    expect(all.stdout.split('\n')).toEqual(expect.arrayContaining([path, other]));
    const some = await run(['repositories', `other-${count}`, '--registry', registry, '--format', 'names']);
    expect(some.stdout.trim()).toBe(other);
    const none = await run(['repositories', '--registry', registry], {});
    expect(none).toMatchObject({ exitCode: 7 });
  });
});

describe('prune', () => {
  test('plans 2,000 tags with two requests for the list and one for the settings', async () => {
    const { path, prune: run, push, sent } = await given();
    internet.ecr.images(path, 1990);
    await push('multi', 400, { platforms });
    internet.forget();
    const dry = await run(['--keep', '1500', '--dry-run']);
    expect(dry.json).toMatchObject({ deletedCount: 491, keptCount: 1500 });
    expect(operationsIn(sent())).toEqual(['DescribeRepositories', 'DescribeImages', 'DescribeImages']);
    const others = sent().filter(({ headers }) => headers['x-amz-target'] === undefined);
    expect(others.map(({ method }) => method)).toEqual(['GET']);
  });

  test('deletes whole images, with what only they led to, and brings all back', async () => {
    const { push, prune: run, restore: back, looking, has } = await given();
    const kept = await push('2.0', 1, { platforms, content: 'same' });
    const old = await push('1.0', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    await push('1', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    await push('0.8', 30, { platforms });
    await push('0.9', 20);
    const before = await looking.tags();
    const pruned = await run(['--keep', '1', '--journal', 'journal']);
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned).toMatchObject({ exitCode: 0, json: { failed: [], blocked: [] } });
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.8', '0.9', '1', '1.0']);
    expect([...(await looking.tags())]).toEqual([['2.0', kept]]);
    expect(await looking.lacking('2.0')).toEqual([]);
    expect(has(old)).toBe(false);
    const restored = await back('journal');
    expect(restored).toMatchObject({ exitCode: 0, json: { lost: [] } });
    expect(await looking.tags()).toEqual(before);
    for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
  });

  test('an index goes before a tagged image that it lists', async () => {
    const { path, push, prune: run, looking } = await given();
    await push('9.0', 1);
    await push('multi', 20, { platforms });
    const manifests = [...internet.ecr.registry.ledger.manifests(path).values()];
    const parts = manifests.filter(({ mediaType, tags }) => mediaType.includes('manifest') && tags.size === 0);
    for (const [at, part] of parts.entries()) {
      await pusher(internet.ecr.registry, path).manifest(JSON.parse(String(part.bytes)), `part-${at}`);
      Object.assign(part, { created: new Date(today - 40 * 86_400_000) });
    }
    expect(parts).toHaveLength(2);
    const pruned = await run(['--keep', '1']);
    expect(pruned.json).toMatchObject({ failed: [] });
    expect([...(await looking.tags()).keys()]).toEqual(['9.0']);
  });

  test('immutable tags are blocked, excluded ones are not', async () => {
    const { path, push, prune: run } = await given();
    internet.ecr.mutability.set(path, { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['dev-*'] });
    await push('2.0', 1);
    await push('1.0', 9);
    await push('dev-1', 10);
    const pruned = await run(['--keep', '1']);
    expect(reasonsOf(pruned, 'blocked')).toEqual({ '1.0': '1.0 is immutable on ECR' });
    expect(tagsOf(pruned, 'deleted')).toEqual(['dev-1']);
  });

  test('archived images stay, do not count, and are not missed', async () => {
    const { path, push, prune: run, has } = await given();
    const archived = await push('3.0', 1, { platforms });
    internet.ecr.archive(path, archived);
    const old = await push('0.1', 90);
    internet.ecr.archive(path, old);
    await push('2.0', 2);
    await push('1.0', 3);
    const pruned = await run(['--keep', '1']);
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(reasonsOf(pruned, 'kept')['3.0']).toContain('archived on ECR');
    expect(has(archived) && has(old)).toBe(true);
  });

  test('what BatchDeleteImage could not delete is reported, with the words of AWS', async () => {
    const { push, prune: run, has } = await given();
    await push('2.0', 1);
    const stuck = await push('1.1', 9);
    await push('1.0', 10);
    internet.ecr.stuck.set(stuck, { failureCode: 'KmsError', failureReason: 'The key is disabled' });
    const pruned = await run(['--keep', '1']);
    expect(pruned.exitCode).toBe(5);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(reasonsOf(pruned, 'failed')['1.1']).toContain('KmsError: “The key is disabled”');
    expect(has(stuck)).toBe(true);
  });
});

describe('delete', () => {
  test('one tag of several, then the last one with its image', async () => {
    const { push, delete: remove, has, sent } = await given();
    const digest = await push('1.0', 3, { content: 'same' });
    await push('latest', 3, { content: 'same' });
    internet.forget();
    const one = await remove(['1.0']);
    expect(one).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
    expect([has('1.0'), has('latest'), has(digest)]).toEqual([false, true, true]);
    expect(operationsIn(sent())).toEqual(['DescribeRepositories', 'BatchDeleteImage', 'DescribeImages']);
    expect((await remove(['latest'])).exitCode).toBe(0);
    expect([has('latest'), has(digest)]).toEqual([false, false]);
  });

  test('a digest goes with all its tags, unless one is to stay', async () => {
    const { push, delete: remove, has } = await given();
    const digest = await push('1.0', 3, { content: 'same' });
    await push('latest', 3, { content: 'same' });
    const kept = await remove([digest]);
    expect(kept.exitCode).toBe(7);
    expect(has(digest)).toBe(true);
    expect((await remove([digest, '1.0', 'latest'])).exitCode).toBe(0);
    expect([has('1.0'), has(digest)]).toEqual([false, false]);
  });

  test('an index and a tagged image that it lists, in any order', async () => {
    const { path, push, delete: remove, has } = await given();
    await push('first', 5);
    await push('second', 5, { platforms });
    const manifests = [...internet.ecr.registry.ledger.manifests(path).values()];
    const part = manifests.find(({ tags }) => tags.size === 0);
    await pusher(internet.ecr.registry, path).manifest(JSON.parse(String(part?.bytes)), 'part');
    const alone = await remove(['part']);
    expect(alone.exitCode).toBe(7);
    expect(alone.stderr).toContain('ImageReferencedByManifestList');
    const both = await remove(['part', 'first', 'second']);
    expect(both.stderr).not.toContain('Error');
    expect([has('part'), has('second'), has('first')]).toEqual([false, false, false]);
  });

  test('an immutable tag is held, and so is a digest with one', async () => {
    const { path, push, delete: remove, has } = await given();
    internet.ecr.mutability.set(path, { setting: 'IMMUTABLE' });
    const digest = await push('1.0', 3);
    for (const reference of ['1.0', digest]) {
      const held = await remove(reference === digest ? [digest, '1.0'] : [reference]);
      expect(held.exitCode).toBe(4);
      expect(held.stderr).toContain('make this tag immutable');
    }
    expect(has('1.0')).toBe(true);
  });

  test('an answer that does not say what became of the image is no success', async () => {
    const { push, delete: remove } = await given();
    await push('1.0', 3);
    const mend = answering('BatchDeleteImage', { status: 200, body: '{"imageIds":[],"failures":[]}' });
    const odd = await remove(['1.0']);
    mend();
    expect(odd.exitCode).toBe(5);
    expect(odd.stderr).toContain('neither among the deleted images nor among the failures');
  });
});

describe('what goes wrong', () => {
  const expired = () => stranger({ expires: new Date(0) });

  test('expired and wrong AWS credentials are exit code 2, with the words of AWS', async () => {
    const { image, push, run, prune: pruned } = await given();
    await push('1.0', 3);
    for (const [env, code] of [
      [expired(), 'ExpiredTokenException: “The security token included in the request is expired”'],
      [{ ...keys, AWS_ACCESS_KEY_ID: 'AKIANOBODY' }, 'UnrecognizedClientException'],
      [{ ...keys, AWS_SECRET_ACCESS_KEY: 'wrong-0123456789' }, 'InvalidSignatureException'],
    ] as const) {
      const checked = await run(['check', `${image}:1.0`], env);
      expect(checked.exitCode).toBe(2);
      expect(checked.stderr).toContain(code);
      expect(checked.stderr).toContain('configure-aws-credentials');
      expect((await pruned(['--keep', '0'], env)).exitCode).toBe(2);
    }
    const half = await run(['check', `${image}:1.0`], { ...keys, AWS_SECRET_ACCESS_KEY: '' });
    expect(half.exitCode).toBe(64);
    expect(half.stderr).toContain('AWS_ACCESS_KEY_ID is set in the environment, and AWS_SECRET_ACCESS_KEY is not');
  });

  test('a role without permission is exit code 4, and names what is missing', async () => {
    const env = stranger({ permissions: ['ecr:GetAuthorizationToken'] });
    const { image, push, run, delete: remove, has } = await given([accessKey, env.AWS_ACCESS_KEY_ID]);
    await push('1.0', 3);
    const checked = await run(['check', `${image}:1.0`], env);
    expect(checked.exitCode).toBe(4);
    expect(checked.stderr).toContain('ecr:BatchGetImage');
    const reader = stranger({ permissions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:ListImages'] });
    internet.ecr.repositories.get(image.slice(image.indexOf('/') + 1))?.members.add(reader.AWS_ACCESS_KEY_ID);
    expect((await run(['tags', image, '--sort', 'name'], reader)).exitCode).toBe(0);
    const removed = await remove(['1.0'], reader);
    expect(removed.exitCode).toBe(4);
    expect(removed.stderr).toContain('is not authorized to perform: ecr:DescribeRepositories');
    expect(has('1.0')).toBe(true);
  });

  test('an expired password of the registry, and a wrong one, are exit code 2', async () => {
    const { image, push, run } = await given();
    await push('1.0', 3);
    const passwords = { expired: internet.ecr.passwords.issue(accessKey, -1), wrong: 'wrong-0123456789' };
    for (const password of Object.values(passwords)) {
      const env = { IMAGE_GATE_USERNAME: 'AWS', IMAGE_GATE_PASSWORD: password };
      for (const args of [
        ['check', `${image}:1.0`],
        ['tags', image],
        ['login', registry],
      ]) {
        const { exitCode, stdout, stderr } = await run(args, env);
        expect([args[0], exitCode]).toEqual([args[0], 2]);
        expect(stdout + stderr).toMatch(/authorization token (?:has expired|is invalid)/i);
      }
    }
  });

  test('without AWS credentials nothing is deleted: exit code 7, and how to give them', async () => {
    const { image, push, run, has } = await given();
    await push('1.0', 3);
    const env = { IMAGE_GATE_USERNAME: 'AWS', IMAGE_GATE_PASSWORD: internet.ecr.passwords.issue(accessKey) };
    for (const args of [
      ['delete', `${image}:1.0`, '--yes'],
      ['prune', image, '--keep', '0', '--yes'],
      ['prune', image, '--keep', '0', '--dry-run'],
    ]) {
      const { exitCode, stderr } = await run(args, env);
      expect(exitCode).toBe(7);
      expect(stderr).toContain('configure-aws-credentials');
    }
    expect(has('1.0')).toBe(true);
    expect((await run(['tags', image, '--sort', 'pushed'], env)).exitCode).toBe(0);
  });

  test('a repository in another region is not found, and the region is named', async () => {
    const { path, push, run, prune: pruned } = await given();
    await push('1.0', 3);
    internet.ecr.places.set(path, { account: '123456789012', region: 'us-east-1' });
    expect((await run(['tags', `${registry}/${path}`, '--sort', 'pushed'])).exitCode).toBe(3);
    const { exitCode, stderr } = await pruned(['--keep', '0']);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('does not exist in the registry');
  });

  test('a limit is waited for', async () => {
    const { image, push, run } = await given();
    await push('1.0', 3);
    internet.inject({
      host: api,
      times: 1,
      answer: ({ headers }) =>
        headers['x-amz-target']?.endsWith('.DescribeImages')
          ? { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' }
          : undefined,
    });
    internet.forget();
    const { exitCode } = await run(['tags', image, '--sort', 'pushed']);
    expect(exitCode).toBe(0);
    expect(operationsIn(internet.requests).filter((one) => one === 'DescribeImages')).toHaveLength(2);
  });

  test.each([
    ['ends without its list', '{"nextToken":"x"}', 'no imageDetails'],
    ['names the next page by a number', '{"imageDetails":[],"nextToken":7}', 'the token of its next page'],
    ['leads in a circle', '{"imageDetails":[],"nextToken":"again"}', 'form a loop'],
    ['has an entry without a digest', '{"imageDetails":[{"imageTags":["1.0"]}]}', 'cannot be read'],
    ['has tags that are none', '{"imageDetails":[{"imageDigest":"sha256:a","imageTags":[7]}]}', 'cannot be read'],
  ])('a list that %s is not used', async (_what, body, words) => {
    const { push, prune: pruned, has } = await given();
    await push('1.0', 3);
    const mend = answering('DescribeImages', { status: 200, body });
    const { exitCode, stderr } = await pruned(['--keep', '0']);
    mend();
    expect(exitCode).toBe(5);
    expect(stderr).toContain(words);
    expect(has('1.0')).toBe(true);
  });

  test('an archived image is not ready, and check reports why', async () => {
    const { path, image, push, run } = await given();
    const digest = await push('1.0', 3);
    internet.ecr.archive(path, digest);
    for (const reference of [`${image}:1.0`, `${image}@${digest}`]) {
      const { exitCode, stdout } = await run(['check', reference, '--json']);
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ reason: expect.stringContaining('archived on ECR') });
    }
    const env = { IMAGE_GATE_USERNAME: 'AWS', IMAGE_GATE_PASSWORD: internet.ecr.passwords.issue(accessKey) };
    expect((await run(['check', `${image}:1.0`], env)).exitCode).toBe(1);
  });

  test('a push onto an immutable tag is refused with the words of ECR', async () => {
    const { path, image, push, run } = await given();
    internet.ecr.mutability.set(path, { setting: 'IMMUTABLE' });
    await push('1.0', 3);
    await push('2.0', 3);
    const { exitCode, stderr } = await run(['copy', `${image}:2.0`, `${image}:1.0`]);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('cannot be overwritten because the tag is immutable');
  });
});
