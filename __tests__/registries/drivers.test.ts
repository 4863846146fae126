import { describe, expect, it } from '@jest/globals';
import { accessToDelete } from '../../src/commands/shared/deletion/access.js';
import type { HttpRequest } from '../../src/http/message.js';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { kindOf } from '../../src/registries/drivers/index.js';
import { connectRegistry } from '../../src/registries/registry.js';
import { collect } from '../support/collect.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { ociManifest, shaA, shaB } from '../support/manifests.js';

const password: Credentials = { kind: 'password', username: 'ann', password: 'secret' };

/** The repository acme/app of a registry that answers by `METHOD path` (a status, or a JSON body with 200), else with 404. */
async function openAt(host: string, answers: Readonly<Record<string, unknown>>, credentials: Credentials = password) {
  const http = fakeHttp(({ method, url }: HttpRequest) => {
    const answer = answers[`${method} ${url.pathname}`];
    if (answer === undefined) return answerOf(404);
    if (typeof answer !== 'number') return answerOf(200, { body: answer });
    return answerOf(answer, { headers: { 'docker-content-digest': shaA, 'content-type': ociManifest } });
  });
  const name = parseRegistry(host);
  const registry = connectRegistry(name, {
    http,
    credentials,
    now: () => new Date(0),
    mask: () => undefined,
    warn: () => undefined,
  });
  const opened = await registry.open(repositoryName(name, 'acme/app'));
  return { ...opened, registry, paths: () => http.requests.map(({ method, url }) => `${method} ${url.pathname}`) };
}

const tagList = { 'GET /v2/acme/app/tags/list': { name: 'acme/app', tags: ['1.0'] } };

describe('any registry', () => {
  it('404 to a delete means that it is deleted, unless the registry still has it', async () => {
    const gone = await openAt('registry.example.com', tagList);
    expect(await gone.driver.deleteTag?.('1.0', shaA)).toEqual({ kind: 'missing' });
    const still = await openAt('registry.example.com', { ...tagList, 'HEAD /v2/acme/app/manifests/1.0': 200 });
    const failure = await rejectionOf(still.driver.deleteTag?.('1.0', shaA) ?? Promise.resolve());
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7 });
  });

  it('is opened by the first page of its tags, which is not requested again', async () => {
    const { oci, paths } = await openAt('registry.example.com', tagList);
    expect(await collect(oci.tags())).toEqual(['1.0']);
    expect(paths()).toEqual(['GET /v2/acme/app/tags/list']);
    expect(await collect(oci.tags())).toEqual(['1.0']);
    expect(paths()).toHaveLength(2);
  });
});

describe('GHCR', () => {
  const package_ = '/orgs/acme/packages/container/app';
  const version = (id: number, digest: string, tags: readonly string[]) => ({
    id,
    name: digest,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-02T00:00:00Z',
    metadata: { container: { tags } },
  });
  const answers = {
    'GET /token': { token: 'registry' },
    [`GET ${package_}/versions`]: [version(7, shaA, ['a', 'b'])],
    [`GET ${package_}/versions/7`]: version(7, shaA, ['a', 'b']),
    [`DELETE ${package_}/versions/7`]: 204,
  };

  it('deletes by the ids of the list that was read, and no tag alone', async () => {
    const { driver, paths } = await openAt('ghcr.io', answers);
    const list = driver.list?.(true);
    expect(list && (await collect(list))).toMatchObject([{ digest: shaA, tags: [{ name: 'a' }, { name: 'b' }] }]);
    await driver.prepareDelete?.();
    expect(await driver.tagsOn?.(shaA)).toEqual(['a', 'b']);
    expect(await driver.deleteManifest(shaA)).toEqual({ kind: 'deleted' });
    expect(driver.deleteTag).toBeUndefined();
    expect(paths().filter((path) => path === `GET ${package_}/versions`)).toHaveLength(1);
  });

  it('takes what GitHub does not list for missing only when the registry has it no more', async () => {
    const { driver } = await openAt('ghcr.io', answers);
    expect(await driver.deleteManifest(shaB)).toEqual({ kind: 'missing' });
    const head = { [`HEAD /v2/acme/app/manifests/${shaA}`]: 200 };
    const behind = await openAt('ghcr.io', { ...answers, ...head, [`GET ${package_}/versions`]: [] });
    expect(await rejectionOf(behind.driver.deleteManifest(shaA))).toMatchObject({ kind: 'server' });
  });

  it('has no list without credentials, and wants some for deletes', async () => {
    const { driver, registry } = await openAt('ghcr.io', answers, anonymous);
    expect(driver.list).toBeUndefined();
    const require = async () => (await registry.driver()).requireCredentials?.();
    expect(await rejectionOf(require())).toMatchObject({ kind: 'authentication', exitCode: 2 });
  });
});

describe('Harbor', () => {
  it('a tag that has moved to another digest is left alone, and not reported as deleted', async () => {
    const kind = kindOf(parseRegistry('harbor.test'), 'harbor-registry');
    const create = await kind.load?.();
    const name = repositoryName(parseRegistry('harbor.test'), 'acme/app');
    const { oci, paths } = await openAt('harbor.test', { ...tagList, 'HEAD /v2/acme/app/manifests/a': 200 });
    const http = fakeHttp(({ method }) => answerOf(method === 'DELETE' ? 404 : 200, { body: {} }));
    const settings = { http, credentials: anonymous, now: () => new Date(0), mask: () => undefined };
    const origin = new URL('https://harbor.test');
    const driver = create?.({ ...settings, warn: () => undefined, registry: name.registry, origin });
    const opened = await driver?.repository(name, { oci, session: {} as never });
    expect((await rejectionOf(opened?.deleteTag?.('a', shaB) ?? Promise.resolve())).message).toContain('was kept');
    expect(await opened?.deleteTag?.('b', shaB)).toEqual({ kind: 'missing' });
    expect(paths()).toContain('HEAD /v2/acme/app/manifests/b');
  });
});

it.each([
  ['ghcr.io', true, 'pull'],
  ['docker.io', false, 'pull'],
  ['docker.io', true, 'delete'],
  ['registry.example.com', false, 'delete'],
])('the access to delete on %s, by digest %s: %s', (host, digests, access) => {
  expect(accessToDelete(kindOf(parseRegistry(host)), { digests })).toBe(access);
});
