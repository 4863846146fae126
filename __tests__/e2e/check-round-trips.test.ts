import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, type Host, type IncomingRequest, runCli } from '../../sandbox/index.js';
import { useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

/** Requests at a time to one host. */
const places = 8;
const registries = Array.from({ length: 10 }, (_value, at) => `registry${at}.example.net`);
const names = Array.from({ length: 10 }, (_value, at) => `acme/app${at}`);
const images = registries.flatMap((host) => names.map((name) => `${host}/${name}:1.0`));
const digest = `sha256:${'a'.repeat(64)}`;

/** What has come in, and the most that were under way at one host. */
const seen = { challenges: 0, tokens: 0, heads: 0, most: 0 };
const underWay = new Map<string, number>();
/** What holds an answer back; nothing by default. */
let hold: (kind: 'challenges' | 'tokens' | 'heads', nth: number) => Promise<void> = async () => undefined;

beforeEach(() => {
  Object.assign(seen, { challenges: 0, tokens: 0, heads: 0, most: 0 });
  hold = async () => undefined;
});

const registry: Host = (request) =>
  counted(request, request.headers.authorization === undefined ? 'challenges' : 'heads', () => {
    if (request.headers.authorization !== `Bearer ${request.path}`) {
      const challenge = `Bearer realm="https://auth.${request.host}/token",service="${request.host}"`;
      return { status: 401, headers: { 'www-authenticate': challenge } };
    }
    const type = 'application/vnd.oci.image.manifest.v1+json';
    return { status: 200, headers: { 'content-type': type, 'content-length': '2', 'docker-content-digest': digest } };
  });

/** Each of its tokens is for one repository. */
const authentication: Host = (request) =>
  counted(request, 'tokens', () => {
    const name = request.url.searchParams.get('scope')?.split(':')[1];
    const body = JSON.stringify({ token: `/v2/${name}/manifests/1.0` });
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  });

async function counted(
  { host }: IncomingRequest,
  kind: 'challenges' | 'tokens' | 'heads',
  answer: () => Answer,
): Promise<Answer> {
  const now = (underWay.get(host) ?? 0) + 1;
  underWay.set(host, now);
  seen.most = Math.max(seen.most, now);
  seen[kind] += 1;
  await hold(kind, seen[kind]);
  underWay.set(host, (underWay.get(host) ?? 1) - 1);
  return answer();
}

const internet = await useInternet({
  hosts: Object.fromEntries(
    registries.flatMap((host) => [
      [host, registry],
      [`auth.${host}`, authentication],
    ]),
  ),
});

const tunnelsTo = (isWanted: (host: string) => boolean) => internet.tunnels.filter(isWanted).length;
const isAuthentication = (host: string) => host.startsWith('auth.');
const isRegistry = (host: string) => host.endsWith('.example.net') && !isAuthentication(host);

describe('check of 100 images in ten registries that nobody knows', () => {
  it('takes one challenge a registry, one token a repository and one HEAD an image, at most eight at a time to each host', async () => {
    const { exitCode, stdout } = await runCli({ args: ['check', '--json', ...images], internet });
    expect(JSON.parse(stdout)).toMatchObject({ ready: true });
    expect(exitCode).toBe(0);
    expect(seen).toMatchObject({ challenges: 10, tokens: 100, heads: 100 });
    expect(seen.most).toBeLessThanOrEqual(places);
  });

  /**
   * Every answer is held back until all requests of its round have come in, which would never be where one of them
   * waited for another's answer. The rounds: TCP and TLS to the registries, the challenges, TCP and TLS to the token
   * services, tokens, the HEADs with them (and the last tokens), the last HEADs.
   */
  it('takes at most eight round trips in a row', async () => {
    const inAll = registries.length * places;
    const rounds: Record<'challenges' | 'tokens' | 'heads', (nth: number) => boolean> = {
      challenges: () => seen.challenges === registries.length && tunnelsTo(isRegistry) === inAll,
      tokens: (nth) => (nth <= inAll ? seen.tokens >= inAll : seen.tokens === images.length && seen.heads >= inAll),
      heads: (nth) => seen.heads >= (nth <= inAll ? inAll : images.length),
    };
    internet.forget();
    hold = (kind, nth) => until(() => rounds[kind](nth));
    const { exitCode, stderr } = await runCli({ args: ['check', '--json', ...images], internet });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(seen.most).toBe(places);
    // No connection came in a later round.
    expect([tunnelsTo(isRegistry), tunnelsTo(isAuthentication)]).toEqual([inAll, inAll]);
  });
});
