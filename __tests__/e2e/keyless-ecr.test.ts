import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AwsRole } from '../../sandbox/hosts/aws/identities.js';
import type { CliOptions } from '../../sandbox/index.js';
import { deleteImages } from './support/delete.js';
import { inJob, secretsIn } from './support/keyless.js';
import { runCommandAction, runJson } from './support/listing.js';
import { prune } from './support/prune.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { visible } from './support/visible.js';

const registry = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const api = 'api.ecr.eu-central-1.amazonaws.com';
const sts = 'sts.eu-central-1.amazonaws.com';
const role = 'arn:aws:iam::123456789012:role/ci/deploy';
const audience = 'sts.amazonaws.com';

const folders = useFolders();
const internet = await useInternet();
const { aws, ecr, ecrPublic, oidc } = internet;
const trusting: AwsRole = { issuer: oidc.github.issuer.url, subjects: ['repo:acme/app:*'] };
let count = 0;
let restore: () => void = () => undefined;
aws.roles.set(role, trusting);
afterEach(() => {
  restore();
  restore = () => undefined;
  aws.roles.set(role, trusting);
  [aws.throttle.every, ecr.passwords.lifetime] = [undefined, 43_200];
});

/** A repository of its own, with an image that the role may read and delete. */
async function given(host = registry) {
  count += 1;
  const path = `team/app-${count}`;
  const region = /\.([a-z]+-[a-z-]+-\d)\./.exec(host)?.[1] ?? '';
  ecr.repository(path, { members: [role] });
  ecr.places.set(path, { account: '123456789012', region });
  const digest = await ecr.image(path, '1.0', { content: path });
  internet.forget();
  return { path, digest, name: `${host}/${path}`, image: `${host}/${path}:1.0` };
}

const env = (job?: Parameters<typeof oidc.github.env>[0]) => inJob(oidc.github.env(job));
const check = (image: string, inputs: Record<string, string> = {}, options: Omit<CliOptions, 'args'> = {}) =>
  runJson('check', { image, oidc: role, ...inputs }, { internet, env: env(), ...options });
const sent = () => internet.requests.map(({ method, host }) => `${method} ${host}`);
const sentTo = (host: string) => internet.requests.filter((request) => request.host === host).length;

describe('works', () => {
  test('with the role alone, and no request too many', async () => {
    const { image, digest } = await given();
    const { exitCode, json } = await check(image);
    expect([exitCode, json.digest]).toEqual([0, digest]);
    expect(sent()).toEqual([
      'GET run-actions-1-azure-eastus.actions.githubusercontent.com',
      `POST ${sts}`,
      `POST ${api}`,
      `HEAD ${registry}`,
    ]);
  });

  test('the role of oidc is used, and not an access key in the environment', async () => {
    const { image } = await given();
    const keys = { AWS_ACCESS_KEY_ID: 'AKIANOBODY', AWS_SECRET_ACCESS_KEY: 'secret-of-nobody-0123' };
    expect((await check(image, {}, { env: { ...env(), ...keys } })).exitCode).toBe(0);
  });

  test.each([
    ['123456789012.dkr-ecr.eu-central-1.on.aws', 'sts.eu-central-1.api.aws', audience],
    ['123456789012.dkr.ecr-fips.us-east-1.amazonaws.com', 'sts-fips.us-east-1.amazonaws.com', audience],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'sts-fips.us-east-1.api.aws', audience],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'sts.cn-north-1.amazonaws.com.cn', `${audience}.cn`],
    [
      '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn',
      'sts.cn-north-1.api.amazonwebservices.com.cn',
      `${audience}.cn`,
    ],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'sts.eusc-de-east-1.amazonaws.eu', audience],
    [
      '123456789012.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu',
      'sts.eusc-de-east-1.api.amazonwebservices.eu',
      audience,
    ],
  ])('%s by %s', async (host, endpoint, wanted) => {
    aws.roles.set(role, { ...trusting, audiences: [wanted] });
    const { image } = await given(host);
    expect((await check(image)).exitCode).toBe(0);
    expect(sentTo(endpoint)).toBe(1);
  });

  test('prune, delete, tags and repositories by the API, with one role session', async () => {
    const { path, name } = await given();
    for (const tag of ['1.1', '1.2']) await ecr.image(path, tag, { content: `${path}:${tag}` });
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: role }, cwd: await folders.create() };
    internet.forget();
    expect((await prune([name, '--keep', '2'], options)).json).toMatchObject({ deletedCount: 1 });
    expect(sentTo(sts)).toBe(1);
    expect((await deleteImages([`${name}:1.2`], options)).exitCode).toBe(0);
    const { json } = await runJson('tags', { image: name, sort: 'pushed', oidc: role }, options);
    expect(json.tags).toHaveLength(1);
    const listed = await runJson('repositories', { registry, oidc: role }, options);
    expect(listed.exitCode).toBe(0);
    expect(JSON.stringify(listed.json)).toContain(path);
  });

  test('at the public registry', async () => {
    ecrPublic.repository('acme/keyless', { members: [role] });
    await ecrPublic.image('acme/keyless', '1.0', { content: '1' });
    await ecrPublic.image('acme/keyless', '2.0', { content: '2' });
    internet.forget();
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: role }, cwd: await folders.create() };
    const { exitCode, json } = await prune(['public.ecr.aws/acme/keyless', '--keep', '1'], options);
    expect([exitCode, json.deletedCount]).toEqual([0, 1]);
    expect(sentTo('sts.us-east-1.amazonaws.com')).toBe(1);
  });

  test('in GitLab CI, with a token that the job has; in Buildkite by the agent', async () => {
    const { image } = await given();
    aws.roles.set(role, { issuer: oidc.gitlab.issuer.url, subjects: ['project_path:acme/app:*'] });
    const token = oidc.gitlab.token(audience);
    expect((await check(image, { 'id-token': token }, { env: { GITLAB_CI: 'true' } })).exitCode).toBe(0);
    const agent = `#!/bin/sh\ntest "$*" = "oidc request-token --audience ${audience}" && echo ${token}\n`;
    const { env: withAgent } = await folders.programs({ 'buildkite-agent': agent });
    expect((await check(image, {}, { env: { BUILDKITE: 'true', ...withAgent } })).exitCode).toBe(0);
  });
});

describe('refused', () => {
  test('by the subject: AWS does not say which, the error does', async () => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, {}, { env: env({ immutableSubject: true, environment: 'prod' }) });
    expect(exitCode).toBe(4);
    for (const words of [
      'AssumeRoleWithWebIdentity at sts.eu-central-1.amazonaws.com: AccessDenied: “Not authorized to perform sts:AssumeRoleWithWebIdentity”',
      'sub repo:acme@1001/app@2002:environment:prod',
      'write repo:acme@1001/app@2002:*',
      'the role does not exist',
    ]) {
      expect(stderr).toContain(words);
    }
    for (const secret of secretsIn(internet.requests)) expect(stderr).not.toContain(secret);
  });

  test('once, however many images there are', async () => {
    const images = [await given(), await given(), await given()].map(({ image }) => image);
    internet.forget();
    const { exitCode } = await check(images.join(','), {}, { env: env({ repository: 'acme/other' }) });
    expect([exitCode, sentTo(sts)]).toEqual([4, 1]);
  });

  test.each<[string, Partial<AwsRole>, Parameters<typeof oidc.github.env>[0], readonly string[]]>([
    ['its audience', { audiences: ['elsewhere'] }, {}, ['Incorrect token audience', ';audience=AUDIENCE']],
    [
      'its issuer',
      { issuer: 'https://gitlab.com' },
      {},
      ['No OpenIDConnect provider found', 'Make the issuer https://token.actions.githubusercontent.com known'],
    ],
    ['its end', {}, { claims: { exp: 1_700_000_000 } }, ['ExpiredTokenException', '2023-11-14T22:13:20.000Z']],
  ])('by %s', async (_name, changes, job, words) => {
    const { image } = await given();
    aws.roles.set(role, { ...trusting, ...changes });
    const { exitCode, stderr } = await check(image, {}, { env: env(job) });
    expect(exitCode).toBe(2);
    for (const one of words) expect(stderr).toContain(one);
  });

  test('by the role’s own permissions: that is no matter of the ID token', async () => {
    const { image } = await given();
    aws.roles.set(role, { ...trusting, permissions: new Set(['ecr:BatchGetImage']) });
    const { exitCode, stderr } = await check(image);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('has to allow ecr:GetAuthorizationToken');
    expect(stderr).not.toContain('the ID token has');
  });

  test('by an audience that Bitbucket chose', async () => {
    const { image } = await given();
    const bitbucket = { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_STEP_OIDC_TOKEN: oidc.bitbucket.token() };
    const { exitCode, stderr } = await check(image, {}, { env: bitbucket });
    expect(exitCode).toBe(64);
    expect(stderr).toContain("oidc: { audiences: ['sts.amazonaws.com'] }");
    expect(internet.requests).toEqual([]);
  });

  test.each(['123456789012', 'arn:aws:iam::123456789012:user/ada'])('as input: %s is no role', async (given_) => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, { oidc: given_ });
    expect(exitCode).toBe(64);
    expect(stderr).toContain('--oidc arn:aws:iam::123456789012:role/NAME');
    expect(internet.requests).toEqual([]);
  });
});

describe('login', () => {
  const login = async (inputs: Record<string, string> = {}, job?: Parameters<typeof env>[0]) => {
    const home = await folders.create();
    const options = { internet, env: { ...env(job), DOCKER_CONFIG: home } };
    const run = await runJson('login', { registry, oidc: role, ...inputs }, options);
    return { ...run, home };
  };

  test('reports that it works, and for how long', async () => {
    const { exitCode, json, home } = await login();
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ registry, username: 'AWS', authenticated: true, scheme: 'basic' });
    expect(Date.parse(String(json.expires)) - Date.now()).toBeGreaterThan(11 * 3_600_000);
    expect(await readdir(home)).toEqual([]);
  });

  test('saves the password for Docker, so that others need no identity', async () => {
    const { image } = await given();
    const { json, home, stderr, stdout } = await login({ save: 'true' });
    const file = join(home, 'config.json');
    expect(json.saved).toBe(file);
    const config: { auths: Record<string, { auth: string }> } = JSON.parse(await readFile(file, 'utf8'));
    const [, password = ''] = Buffer.from(config.auths[registry]?.auth ?? '', 'base64')
      .toString('utf8')
      .split('AWS:');
    expect(ecr.passwords.holder(password)).toMatchObject({ member: role });
    expect(stdout + stderr).not.toContain(password);
    const checked = await runJson('check', { image }, { internet, env: { DOCKER_CONFIG: home } });
    expect(checked.exitCode).toBe(0);
  });

  test('reports a refusal, and saves nothing', async () => {
    const { exitCode, json, home } = await login({ save: 'true' }, { repository: 'acme/other' });
    expect([exitCode, json.authenticated, json.status]).toEqual([2, false, 'error']);
    expect(json.error).toContain('sub repo:acme/other:ref:refs/heads/main');
    expect(await readdir(home)).toEqual([]);
  });

  test('without anything to save is exit code 64', async () => {
    const run = await login({ save: 'true', oidc: '' });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('--save is given, and neither --username and --password nor --oidc are');
  });
});

describe('trouble', () => {
  test('a limit, which STS reports as 400, is waited for', async () => {
    const { image } = await given();
    const throttling = { Error: { Type: 'Sender', Code: 'Throttling', Message: 'Rate exceeded' }, RequestId: '1' };
    const headers = { 'content-type': 'application/json' };
    restore = internet.inject({
      host: sts,
      times: 2,
      answer: { status: 400, headers, body: JSON.stringify(throttling) },
    });
    expect((await check(image)).exitCode).toBe(0);
    expect(sentTo(sts)).toBe(3);
  });

  test('it is down, and comes back', async () => {
    const { image } = await given();
    restore = internet.inject({ host: sts, times: 2, answer: { status: 503 } });
    expect((await check(image)).exitCode).toBe(0);
  });

  test('it stays down: that is no answer about the image', async () => {
    const { image } = await given();
    restore = internet.inject({ host: sts, answer: { status: 500, headers: { 'retry-after': '3600' } } });
    const { exitCode, json } = await check(image);
    expect([exitCode, json.status]).toEqual([5, 'error']);
  });
});

describe('renewed', () => {
  test('the role session, during a prune that outlives it', async () => {
    const { path, name } = await given();
    for (const tag of ['1.1', '1.2', '1.3']) await ecr.image(path, tag, { content: `${path}:${tag}` });
    aws.roles.set(role, { ...trusting, lastsSeconds: 1 });
    ecr.passwords.lifetime = 1;
    internet.forget();
    restore = internet.inject({
      host: api,
      answer: ({ headers }) =>
        headers['x-amz-target']?.endsWith('.BatchDeleteImage')
          ? { alter: (answer) => milliseconds(1100).then(() => answer) }
          : undefined,
    });
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: role }, cwd: await folders.create() };
    const { exitCode, json } = await prune([name, '--keep', '1'], options);
    expect([exitCode, json.deletedCount]).toEqual([0, 3]);
    expect(sentTo(sts)).toBeGreaterThan(2);
  });

  test('the password, during a copy that outlives it', async () => {
    const { path, name } = await given();
    ecr.repository(`${path}-copy`, { members: [role] });
    ecr.passwords.lifetime = 1;
    restore = internet.inject({
      host: registry,
      method: 'GET',
      answer: { alter: (answer) => milliseconds(1100).then(() => answer) },
    });
    const options = { internet, env: env() };
    const run = await runJson('copy', { from: `${name}:1.0`, to: `${name}-copy:1.0`, oidc: role }, options);
    expect(run.exitCode).toBe(0);
    const passwords = internet.requests.filter(({ headers }) =>
      headers['x-amz-target']?.endsWith('.GetAuthorizationToken'),
    );
    expect(passwords.length).toBeGreaterThan(1);
  });
});

test('no secret is shown, with debug logging on, and the runner masks each of them', async () => {
  const { name } = await given();
  const inputs = { image: name, oidc: role, sort: 'pushed' };
  const result = await runCommandAction('tags', inputs, { internet, env: { ...env(), RUNNER_DEBUG: '1' } });
  expect(result.exitCode).toBe(0);
  const secrets = [...secretsIn(internet.requests), ...aws.secrets.values()];
  expect(secrets.length).toBeGreaterThan(5);
  for (const secret of secrets) expect(visible(result)).not.toContain(secret);
  for (const secret of secretsIn(internet.requests)) expect(result.masks).toContain(secret);
});

function milliseconds(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
