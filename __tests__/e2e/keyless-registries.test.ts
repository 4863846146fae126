import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction, runCli } from '../../sandbox/index.js';
import { expectNoSecret, secretsIn } from './support/keyless.js';
import { type KeylessRow, keylessRows, otherRows } from './support/keyless-rows.js';
import { actionFile } from './support/story.js';
import { useInternet } from './support/surroundings.js';
import { until } from './support/together.js';
import { visible } from './support/visible.js';

const subject = 'repo:acme/app:environment:prod';
const job = { environment: 'prod' };
/** Milliseconds of a password that ends soon. */
const lifetime = 1000;
const internet = await useInternet();
const { github } = internet.oidc;
/** The addresses of the exchanges of ID tokens. */
const exchangePath = /\/(?:oauth\/token|oauth2\/v2\.0\/token|oidc\/token|federation\/robot\/token|sts\/exchange)\b/;
let repairs: (() => void)[] = [];

afterEach(() => {
  for (const repair of repairs) repair();
  repairs = [];
});

/** What is sent to exchange ID tokens, and how a command logs in there. */
function use({ registry, oidc, username, exchange, path }: KeylessRow) {
  const login = ['--oidc', oidc, ...(username === undefined ? [] : ['--username', username])];
  return {
    login,
    image: `${registry}/${path}:1.0`,
    exchanges: () => internet.requests.filter((one) => one.host === exchange && exchangePath.test(one.path)),
  };
}

/** Its output is looked through for secrets. */
async function run(command: readonly string[], env: Readonly<Record<string, string>> = github.env(job)) {
  const ran = await runCli({ args: [...command, '--verbose'], internet, env });
  expectNoSecret(ran, internet.requests);
  return ran;
}

async function prepare(row: KeylessRow): Promise<void> {
  row.prepare(internet, subject);
  await row.push(internet, '1.0');
  internet.forget();
}

test.each([...keylessRows, ...otherRows])(
  '$registry: a private image is checked, with one ID token and one exchange',
  async (row) => {
    await prepare(row);
    const { image, login, exchanges } = use(row);
    const before = github.asked.get(row.audience) ?? 0;
    const { exitCode, stdout, stderr } = await run(['check', image, '--json', ...login]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ ready: true });
    expect(github.asked.get(row.audience)).toBe(before + 1);
    expect(exchanges().map(({ status }) => status)).toEqual([200]);
    expect(secretsIn(internet.requests).length).toBeGreaterThan(2);
  },
);

describe.each(keylessRows)('$registry', (row) => {
  const { registry, oidc, username, audience, exchange } = row;
  const { image, login, exchanges } = use(row);
  const check = (env?: Readonly<Record<string, string>>) => run(['check', image, '--json', ...login], env);

  beforeEach(() => prepare(row));

  test('in a workflow every token is masked before it could be shown', async () => {
    const inputs = { image, oidc, ...(username === undefined ? {} : { username }) };
    const ran = await runAction({
      action: actionFile,
      inputs,
      internet,
      env: { ...github.env(job), RUNNER_DEBUG: '1' },
    });
    expect(ran.outputs.ready).toBe('true');
    // What the registry itself gives out then has no part of the ID token.
    const sent = internet.requests.filter(
      ({ path, headers }) => !(path.startsWith('/v2/') && headers.authorization?.startsWith('Bearer ')),
    );
    for (const secret of secretsIn(sent)) {
      expect(visible(ran)).not.toContain(secret);
      expect(ran.masks).toContain(secret);
    }
  });

  test('log in reports until when', async () => {
    const { exitCode, stdout } = await run(['login', registry, '--json', ...login]);
    expect(JSON.parse(stdout)).toMatchObject({ registry, authenticated: true, expires: expect.any(String) });
    expect(exitCode).toBe(0);
  });

  test('a refusal of sub shows what was sent, and the immutable form', async () => {
    const refused = await check(github.env({ environment: 'dev' }));
    expect([2, 4]).toContain(refused.exitCode);
    expect(refused.stderr).toMatch(row.refused);
    expect(refused.stderr).toContain('sub repo:acme/app:environment:dev');
    expect(refused.stderr).toContain(`aud ${audience}`);
    const immutable = await check(github.env({ ...job, immutableSubject: true }));
    expect([2, 4]).toContain(immutable.exitCode);
    expect(immutable.stderr).toContain('sub repo:acme@1001/app@2002:environment:prod');
    expect(immutable.stderr).toMatch(/It has the immutable form .+, which a rule for repo:acme\/app:. does not match/);
  });

  test('another audience is refused, and the error names it', async () => {
    const { exitCode, stderr } = await run([
      'check',
      image,
      '--oidc',
      `${oidc};audience=https://elsewhere.example`,
      ...login.slice(2),
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('aud https://elsewhere.example');
    expect(stderr).toContain('Allow the audience https://elsewhere.example');
  });

  test('an ID token that has ended is refused, and its end is shown', async () => {
    const { exitCode, stderr } = await check(github.env({ ...job, claims: { exp: 1_700_000_000 } }));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('2023-11-14T22:13:20.000Z');
  });

  test('one who is turned away once comes again, and a service that is down is exit code 5', async () => {
    const busy = { status: 429, headers: { 'content-type': 'application/json' }, body: '{"message":"slow down"}' };
    repairs.push(internet.inject({ host: exchange, path: exchangePath, times: 1, answer: busy }));
    expect((await check()).exitCode).toBe(0);
    internet.forget();
    repairs.push(
      internet.inject({
        host: exchange,
        path: exchangePath,
        answer: { status: 503, headers: { 'retry-after': '3600' }, body: 'down' },
      }),
    );
    const down = await check();
    expect(down.exitCode).toBe(5);
    expect(down.stderr).toContain('503 Service Unavailable');
    expect(exchanges()).toHaveLength(1);
  });

  test('a redirect of the exchange is not followed', async () => {
    const location = 'https://gitlab.com/catch';
    repairs.push(
      internet.inject({ host: exchange, path: exchangePath, answer: { status: 307, headers: { location } } }),
    );
    expect((await check()).exitCode).toBe(5);
    expect(internet.requests.filter(({ host }) => host === 'gitlab.com')).toEqual([]);
  });

  test('another form of oidc is exit code 64, and the right one is shown', async () => {
    const { exitCode, stderr } = await run(['check', image, '--oidc', 'not a form', ...login.slice(2)]);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/--oidc '?[\w./;:@+-]+/);
    expect(internet.requests).toEqual([]);
  });

  test('the token of Bitbucket Pipelines has its audience from the beginning: it is compared before anything is sent', async () => {
    const { exitCode, stderr } = await check({ BITBUCKET_STEP_OIDC_TOKEN: internet.oidc.bitbucket.token() });
    expect(exitCode).toBe(64);
    expect(stderr).toContain(audience);
    expect(stderr).toContain('bitbucket-pipelines.yml');
    expect(internet.requests).toEqual([]);
  });
});

/** Long runs: a password that ends is requested again. */
describe.each(keylessRows)('$registry, for long', (row) => {
  const { registry, oidc, username, exchange, path, other } = row;
  const login = ['--oidc', oidc, ...(username === undefined ? [] : ['--username', username])];
  const exchanges = () =>
    internet.requests.filter(({ host, path: asked }) => host === exchange && exchangePath.test(asked));

  /** Waits for an image, by one token of the registry after the other. */
  async function waitForIt() {
    const image = `${registry}/${path}:later`;
    const args = ['check', image, ...login, '--wait', '5m'];
    const ran = runCli({ args, internet, env: github.env(job), timeoutMs: 120_000 });
    await until(() => exchanges().length >= 2);
    await row.push(internet, 'later');
    return ran;
  }

  /** Looks at one repository, and at the other when the password has ended. */
  async function lookAtBoth(second: string) {
    for (const name of [path, second]) await row.push(internet, '1.0', name);
    internet.forget();
    const ended = () => exchanges().some(({ answeredAt = Infinity }) => answeredAt + lifetime < performance.now());
    const isBetween = (asked: string) => asked.includes(second) || asked.endsWith('/_manifests');
    repairs.push(
      internet.inject({
        host: registry,
        times: 1,
        answer: ({ url }) =>
          isBetween(url.pathname) && exchanges().length > 0 ? { hold: () => until(ended) } : undefined,
      }),
    );
    const images = [path, second].map((name) => `${registry}/${name}`).join(',');
    return runCli({ args: ['prune', images, ...login, '--keep', '1', '--dry-run'], internet, env: github.env(job) });
  }

  test('the password is renewed', async () => {
    row.prepare(internet, subject);
    internet.forget();
    repairs.push(row.shorten(internet, lifetime / 1000));
    const { exitCode, stdout, stderr } = await (other === undefined ? waitForIt() : lookAtBoth(other));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(exchanges().length).toBeGreaterThanOrEqual(2);
    expectNoSecret({ stdout, stderr }, internet.requests);
  });
});
