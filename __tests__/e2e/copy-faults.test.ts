import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { available, type Host, pushImage, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { sha256 } from '../../sandbox/pushing.js';
import { copy, digestAt } from './support/copying.js';
import { authOf } from './support/files.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';

const host = 'registry.example.com';
const password = 'target-password-0123456789';
const folders = useFolders();
/** What storage.example.com was asked, and what it has by path. */
const storage = new Map<string, string>();
const asked: Readonly<Record<string, string>>[] = [];

const serve: Host = async ({ path, headers }) => {
  asked.push(headers);
  return { status: 200, body: storage.get(path) ?? '' };
};
const internet = await useInternet({ hosts: { 'storage.example.com': serve } });
const target = await useRegistry({ kind: 'memory' });

/** An image at registry.example.com with a layer of readable text. */
async function given(name: string) {
  const text = `${name} `.repeat(40_000);
  const digest = await internet.generic.image(name, '1.0', { layers: [Buffer.from(text)] });
  const layer = sha256(Buffer.from(text));
  const path = new RegExp(`/v2/${name}/blobs/${layer}$`);
  return { text, digest, layer, path, inputs: { from: `${host}/${name}:1.0`, to: `${target.host}/${name}:1.0` } };
}

describe('a source that fails', () => {
  test.each([
    ['that knows Range', true],
    ['that does not', false],
  ])('breaks off, %s: the read is resumed', async (_words, knowsRange) => {
    const name = `acme/cut-${knowsRange}`;
    const { text, digest, path, inputs } = await given(name);
    const cut = { cut: { body: text, after: 100_000 } };
    internet.inject({ host, path, method: 'GET', times: 2, answer: cut });
    if (!knowsRange) internet.inject({ host, path, method: 'GET', answer: { status: 200, body: text } });
    const { exitCode, json, stderr } = await copy(inputs, { internet });
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(json.digest).toBe(digest);
    expect(await digestAt(target, name, '1.0')).toBe(digest);
    const ranges = internet.requests.filter((one) => path.test(one.path)).map(({ headers }) => headers.range);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d*-\d+$/);
  });

  test('gives another byte: exit code 5, and no tag', async () => {
    const name = 'acme/corrupt';
    const { text, digest, layer, path, inputs } = await given(name);
    internet.inject({ host, path, method: 'GET', answer: { status: 200, body: `X${text.slice(1)}` } });
    const { exitCode, stderr } = await copy(inputs, { internet });
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(new RegExp(`the content is sha256:[0-9a-f]{64}, not ${layer} as it should be`));
    expect(await digestAt(target, name, '1.0')).toBeUndefined();
    expect(await digestAt(target, name, digest)).toBeUndefined();
    const blob = await fetch(`${target.url}/v2/${name}/blobs/${layer}`, { method: 'HEAD' });
    expect(blob.status).toBe(404);
  });

  test('keeps its blobs elsewhere: Authorization does not go there', async () => {
    const name = 'acme/redirected';
    internet.generic.auth = 'basic';
    internet.generic.users.set('ada', 'secret-of-ada');
    const { text, digest, path, inputs } = await given(name);
    storage.set('/blob?signature=x', text);
    internet.inject({
      host,
      path,
      method: 'GET',
      answer: { status: 307, headers: { location: 'https://storage.example.com/blob?signature=x' } },
    });
    const { exitCode } = await copy(
      { ...inputs, registry: host, username: 'ada', password: 'secret-of-ada' },
      { internet },
    );
    internet.generic.auth = 'anonymous';
    expect(exitCode).toBe(0);
    expect(await digestAt(target, name, '1.0')).toBe(digest);
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toHaveProperty('authorization');
  });
});

test('a target that fails leaves the others alone; an upload elsewhere goes without Authorization', async () => {
  const source = await startRegistry({ kind: 'memory' });
  const { digest } = await pushImage(source, 'acme/two', '1.0');
  internet.generic.auth = 'basic';
  internet.generic.users.set('ada', 'secret-of-ada');
  internet.generic.repository('acme/failing', { members: ['ada'] });
  internet.inject({
    host,
    path: /\/v2\/acme\/failing\/blobs\/uploads\//,
    method: 'POST',
    answer: { status: 202, headers: { location: 'https://storage.example.com/up?signature=a%2Fb~c' } },
  });
  const before = internet.requests.length;
  const { exitCode, json } = await copy(
    {
      from: `${source.host}/acme/two:1.0`,
      to: `${host}/acme/failing:1.0,${target.host}/acme/two:1.0`,
    },
    { internet, env: await folders.dockerConfig({ auths: { [host]: { auth: authOf('ada', 'secret-of-ada') } } }) },
  ).finally(() => {
    internet.generic.auth = 'anonymous';
  });
  await source.stop();
  expect(exitCode).toBe(5);
  expect(json.results).toMatchObject([{ status: 'failed' }, { status: 'copied' }]);
  expect(await digestAt(target, 'acme/two', '1.0')).toBe(digest);
  const sent = internet.requests.slice(before);
  const elsewhere = sent.filter((one) => one.host === 'storage.example.com');
  expect(elsewhere[0]?.path).toMatch(/^\/up\?signature=a%2Fb~c&digest=sha256%3A[0-9a-f]{64}$/);
  for (const { headers } of elsewhere) expect(headers).not.toHaveProperty('authorization');
  expect(sent.filter(({ method, path }) => method === 'PUT' && path.includes('/manifests/'))).toEqual([]);
});

describe('a target that takes no pushes', () => {
  const unsupported = JSON.stringify({ errors: [{ code: 'UNSUPPORTED', message: 'The operation is unsupported.' }] });
  test.concurrent.each([
    ['an upload, with 405', 'POST', '/blobs/uploads/', { status: 405 }],
    ['an upload, with 501', 'POST', '/blobs/uploads/', { status: 501, body: 'mirror' }],
    ['an upload, with 400 and its code', 'POST', '/blobs/uploads/', { status: 400, body: unsupported }],
    ['a manifest', 'PUT', '/manifests/', { status: 405, body: unsupported }],
  ])('and refuses %s: exit code 7, and it says so', async (words, method, place, answer) => {
    const name = `acme/no-push-${words.replaceAll(/\W+/g, '-')}`;
    const { inputs } = await given(name);
    const to = `${name}-copied`;
    internet.inject({ host, method, path: new RegExp(`/v2/${to}${place}`), answer });
    const { exitCode, stderr } = await copy({ ...inputs, to: `${host}/${to}:1.0` }, { internet });
    expect([exitCode, stderr]).toEqual([7, expect.stringContaining(`${answer.status}`)]);
    expect(stderr).toContain('this registry does not accept pushes');
    expect(stderr).toContain('push to the registry behind it');
  });

  (available() ? test : test.skip)('because it is a pull-through cache: exit code 7', async () => {
    const { digest } = await pushImage(target, 'acme/behind', '1.0');
    const cache = await startRegistry({ kind: 'distribution', cacheOf: target.url });
    const { exitCode, stderr } = await copy({
      from: `${target.host}/acme/behind:1.0`,
      to: `${cache.host}/acme/behind:2.0`,
    });
    expect([exitCode, stderr]).toEqual([7, expect.stringContaining('405 Method Not Allowed')]);
    expect(await digestAt(target, 'acme/behind', '1.0')).toBe(digest);
    await cache.stop();
  });
});

describe('token authentication on both sides', () => {
  let source: RunningRegistry;
  let other: RunningRegistry;
  let digest: string;
  beforeAll(async () => {
    source = await startRegistry({ kind: 'memory', auth: 'token' });
    other = await startRegistry({ kind: 'memory', auth: 'token', users: { eve: password } });
    const authorization = source.authorization('acme/app') ?? '';
    digest = (await pushImage({ url: source.url, authorization }, 'acme/app', '1.0')).digest;
  });
  afterAll(async () => {
    await source.stop();
    await other.stop();
  });
  const inputs = (secret: string) => ({
    from: `${source.host}/acme/app:1.0`,
    to: `${other.host}/acme/app:1.0`,
    registry: source.host,
    username: 'ada',
    password: 'secret',
    'to-username': 'eve',
    'to-password': secret,
  });

  test('a wrong to-password is exit code 2, before anything is written', async () => {
    const { exitCode, stderr, stdout } = await copy(inputs('wrong-password-0123456789'));
    expect(exitCode).toBe(2);
    expect(stderr + stdout).not.toContain('wrong-password');
    expect(other.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
  });

  test('each side gets its own credentials, and they are shown nowhere', async () => {
    const { exitCode, stdout, stderr } = await copy(inputs(password));
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(await digestAt(other, 'acme/app', '1.0')).toBe(digest);
    const encoded = Buffer.from(`eve:${password}`).toString('base64');
    for (const secret of [password, encoded]) expect(stdout + stderr).not.toContain(secret);
    const sent = (registry: RunningRegistry) => JSON.stringify(registry.requests.map(({ headers }) => headers));
    expect(sent(source)).not.toContain(encoded);
    expect(sent(other)).not.toContain(Buffer.from('ada:secret').toString('base64'));
    const tokens = [sent(source), sent(other)].join().match(/Bearer [^"]+/g) ?? [];
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(stdout + stderr).not.toContain(token.slice('Bearer '.length));
  });

  test('inside one registry a mount has the right to read the other repository', async () => {
    const { exitCode, json, stderr } = await copy({
      from: `${source.host}/acme/app:1.0`,
      to: `${source.host}/acme/other:1.0`,
      registry: source.host,
      username: 'ada',
      password: 'secret',
    });
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(json).toMatchObject({ digest, bytesCopied: 0, blobsMounted: 2 });
  });
});
