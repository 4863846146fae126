import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHarbor } from '../../sandbox/hosts/harbor.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { fakeHttp } from '../support/http.js';
import { through } from '../support/sandbox-http.js';

let registry: RunningRegistry;
let count = 0;
beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A public repository, and requests without credentials. */
function given() {
  count += 1;
  const path = `library/team/app-${count}`;
  const { harbor: sandbox, hosts } = createHarbor(registry);
  const host = hosts['harbor.example.com'];
  if (host === undefined) throw new Error('harbor.example.com is missing');
  sandbox.repository(path);
  return { path, sandbox, http: fakeHttp(through(host)) };
}

test('a GET is a pull, and a HEAD is none', async () => {
  const { path, sandbox, http } = given();
  await sandbox.image(path, 'v1');
  const address = `projects/library/repositories/${encodeURIComponent(encodeURIComponent(path.slice('library/'.length)))}`;
  const pulled = async () => {
    const url = new URL(`https://harbor.example.com/api/v2.0/${address}/artifacts`);
    return JSON.parse(String((await http.request({ method: 'GET', url })).body))[0].pull_time.slice(0, 4);
  };
  const scope = encodeURIComponent(`repository:${path}:pull`);
  const { body } = await http.request({
    method: 'GET',
    url: new URL(`https://harbor.example.com/service/token?scope=${scope}`),
  });
  const headers = { authorization: `Bearer ${JSON.parse(String(body)).token}` };
  const url = new URL(`https://harbor.example.com/v2/${path}/manifests/v1`);
  expect((await http.request({ method: 'HEAD', url, headers })).status).toBe(200);
  expect(await pulled()).toBe('0001');
  await http.request({ method: 'GET', url, headers });
  expect(await pulled()).not.toBe('0001');
});

test('a name encoded once is another path', async () => {
  const { path, http } = given();
  const [project, ...rest] = path.split('/');
  const at = (name: string) =>
    http.request({
      method: 'GET',
      url: new URL(`https://harbor.example.com/api/v2.0/projects/${project}/repositories/${name}`),
    });
  expect((await at(encodeURIComponent(encodeURIComponent(rest.join('/'))))).status).toBe(200);
  expect((await at(encodeURIComponent(rest.join('/')))).status).toBe(404);
});
