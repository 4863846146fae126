import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot } from '../../sandbox/index.js';
import { runProcess } from '../../sandbox/runner/process.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
const { hub, gitlabRegistry, aws, ecr, oidc } = internet;
const folders = useFolders();

const sha = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
const role = 'arn:aws:iam::123456789012:role/pull';
const hubAccount = { DOCKERHUB_USERNAME: 'acmebot', DOCKERHUB_TOKEN: 'dckr_pat_acme' };
let inHub: string;
let inGitLab: string;
let inEcr: string;

beforeAll(async () => {
  hub.users.set(hubAccount.DOCKERHUB_USERNAME, hubAccount.DOCKERHUB_TOKEN);
  hub.repository('acme/api', { private: true });
  inHub = await hub.image('acme/api', sha.slice(0, 7));
  gitlabRegistry.users.set('gitlab-ci-token', 'job-token');
  gitlabRegistry.repository('acme/api', { private: true, members: ['gitlab-ci-token'] });
  inGitLab = await gitlabRegistry.image('acme/api', sha.slice(0, 8));
  aws.roles.set(role, { issuer: oidc.gitlab.issuer.url, subjects: ['*'] });
  ecr.repository('team/api', { members: [role] });
  ecr.places.set('team/api', { account: '123456789012', region: 'eu-central-1' });
  inEcr = await ecr.image('team/api', sha.slice(0, 7));
});
beforeEach(() => internet.forget());

const page = readFileSync('docs/other-ci.md', 'utf8');

/** The fenced blocks of one section. */
function blocks(title: string, language: string): readonly string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  return [...section.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the lines of one script as the CI's shell does, with the bundle as `image-gate` and behind `npx`. */
async function runScript(
  lines: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  shell = ['/bin/sh', '-e'],
): Promise<Ran> {
  const bundle = `exec "${process.env.RUNNER_NODE ?? process.execPath}" "${join(projectRoot(), 'dist', 'index.js')}" "$@"\n`;
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes image-gate@1" ] || exit 99\nshift 2\n${bundle}`;
  const programs = await folders.programs({ npx, 'image-gate': `#!/bin/sh\n${bundle}` });
  const [program = '', ...flags] = shell;
  return runProcess({
    program,
    arguments: [...flags, '-c', lines.join('\n')],
    cwd,
    env: { HOME: cwd, LANG: 'C.UTF-8', ...internet.env, ...programs.env, ...env },
  });
}

/** The steps of a pipeline, in one folder, up to the first that fails. */
async function runSteps(
  steps: readonly (readonly string[])[],
  env: Readonly<Record<string, string>>,
  shell?: string[],
): Promise<readonly Ran[]> {
  const cwd = await folders.create();
  const ran: Ran[] = [];
  for (const lines of steps) {
    ran.push(await runScript(lines, cwd, env, shell));
    if (ran.at(-1)?.exitCode !== 0) break;
  }
  return ran;
}

const sourceHosts = ['api.github.com', 'api.bitbucket.org', 'gitlab.com'];

/** The gate has passed by the pipeline's own commit, and the deploy got the digest of the image. */
function expectDeployed(ran: readonly Ran[], from: string, image: string): void {
  const [gate, deploy] = ran;
  expect(gate).toMatchObject({ exitCode: 0, stdout: '' });
  expect(gate?.stderr).toContain(`--repo and --ref are those of ${from}: acme/api, commit ${sha}`);
  expect(deploy).toMatchObject({ exitCode: 0, stdout: `Deploying ${image}\n` });
  const toSource = internet.requests.filter(
    ({ host, path }) => sourceHosts.includes(host) && !path.startsWith('/jwt/auth'),
  );
  expect(toSource).toEqual([]);
}

/** The gate has refused, and nothing came after it. */
function expectStopped(ran: readonly Ran[]): void {
  expect(ran).toHaveLength(1);
  expect(ran[0]?.exitCode).toBe(1);
  expect(ran[0]?.stderr).toContain('is not ready');
}

/** Another commit, whose image does not exist: the same without the wait. */
const missing = 'f'.repeat(40);
const withoutWait = (steps: readonly (readonly string[])[]) =>
  steps.map((lines) => lines.map((line) => line.replace(' --wait 15m', '')));

describe('GitLab CI', () => {
  interface Job {
    readonly variables?: Readonly<Record<string, string>>;
    readonly id_tokens?: Readonly<Record<string, { readonly aud: string }>>;
    readonly script: readonly string[];
    readonly artifacts?: { readonly reports: { readonly dotenv: string } };
  }
  const [registry = '', keyless = ''] = blocks('GitLab CI', 'yaml');
  const job = (name: string) => (parse(registry) as Record<string, Job>)[name] as Job;
  const predefined = (commit: string) => ({
    CI: 'true',
    GITLAB_CI: 'true',
    CI_SERVER_URL: 'https://gitlab.com',
    CI_PROJECT_PATH: 'acme/api',
    CI_COMMIT_SHA: commit,
    CI_COMMIT_SHORT_SHA: commit.slice(0, 8),
    CI_COMMIT_BRANCH: 'main',
    CI_REGISTRY: 'registry.gitlab.com',
    CI_REGISTRY_IMAGE: 'registry.gitlab.com/acme/api',
    CI_REGISTRY_USER: 'gitlab-ci-token',
    CI_REGISTRY_PASSWORD: 'job-token',
  });

  async function runJob(name: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
    const given = Object.entries(job(name).variables ?? {});
    const expanded = given.map(([key, value]) => [key, value.replaceAll(/\$(\w+)/g, (_all, of) => env[of] ?? '')]);
    const { script } = job(name);
    const [lines = []] = env.CI_COMMIT_SHA === missing ? withoutWait([script]) : [script];
    return runScript(lines, cwd, { ...env, ...Object.fromEntries(expanded) });
  }

  it('passes the digest to the next job by the dotenv report', async () => {
    const cwd = await folders.create();
    const gate = await runJob('gate', cwd, predefined(sha));
    const report = await readFile(join(cwd, job('gate').artifacts?.reports.dotenv ?? ''), 'utf8');
    const variables = Object.fromEntries(
      report
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    const deploy = await runJob('deploy', await folders.create(), { ...predefined(sha), ...variables });
    expectDeployed([gate, deploy], 'GitLab CI', `registry.gitlab.com/acme/api@${inGitLab}`);
  });

  it('ends at the gate if there is no image', async () => {
    expectStopped([await runJob('gate', await folders.create(), predefined(missing))]);
  });

  it('logs in with the ID token of the job', async () => {
    const { id_tokens: tokens = {}, script } = (parse(keyless) as { gate: Job }).gate;
    const issued = Object.entries(tokens).map(([name, { aud }]) => [name, oidc.gitlab.token(aud)]);
    const [ran] = await runSteps([script], { ...predefined(sha), ...Object.fromEntries(issued) });
    expect(ran?.exitCode).toBe(0);
    expect(ran?.stdout).toContain(inEcr.slice(0, 19));
  });
});

describe('Bitbucket Pipelines', () => {
  interface File {
    readonly pipelines: {
      readonly branches: { readonly main: readonly { readonly step: { readonly script: readonly string[] } }[] };
    };
  }
  const [text = ''] = blocks('Bitbucket Pipelines', 'yaml');
  const steps = (parse(text) as File).pipelines.branches.main.map(({ step }) => step.script);
  const env = (commit: string) => ({
    CI: 'true',
    BITBUCKET_REPO_FULL_NAME: 'acme/api',
    BITBUCKET_COMMIT: commit,
    BITBUCKET_BRANCH: 'main',
    ...hubAccount,
  });

  it('deploys the image of the commit by its digest', async () => {
    expectDeployed(await runSteps(steps, env(sha)), 'Bitbucket Pipelines', `acme/api@${inHub}`);
  });

  it('ends at the gate if there is no image', async () =>
    expectStopped(await runSteps(withoutWait(steps), env(missing))));
});

describe('Jenkins', () => {
  const [text = ''] = blocks('Jenkins', 'groovy');
  const steps = [...text.matchAll(/sh '''\n([\s\S]*?)'''/g)].map(([, script = '']) => script.split('\n'));
  const [, variable = ''] = /(\w+) = credentials\('docker-hub'\)/.exec(text) ?? [];
  const env = (commit: string) => ({
    JENKINS_URL: 'https://jenkins.example.com/',
    GIT_URL: 'git@github.com:acme/api.git',
    GIT_COMMIT: commit,
    GIT_BRANCH: 'origin/main',
    [`${variable}_USR`]: hubAccount.DOCKERHUB_USERNAME,
    [`${variable}_PSW`]: hubAccount.DOCKERHUB_TOKEN,
  });
  const shell = ['/bin/sh', '-xe'];

  it('deploys the image of the commit by its digest', async () => {
    expectDeployed(await runSteps(steps, env(sha), shell), 'Jenkins', `acme/api@${inHub}`);
  });

  it('ends at the gate if there is no image', async () =>
    expectStopped(await runSteps(withoutWait(steps), env(missing), shell)));
});

describe('CircleCI', () => {
  interface File {
    readonly jobs: { readonly deploy: { readonly steps: readonly { readonly run: { readonly command: string } }[] } };
  }
  const [text = ''] = blocks('CircleCI', 'yaml');
  const steps = (parse(text) as File).jobs.deploy.steps.map(({ run }) => run.command.split('\n'));
  const env = (commit: string) => ({
    CIRCLECI: 'true',
    CIRCLE_PROJECT_USERNAME: 'acme',
    CIRCLE_PROJECT_REPONAME: 'api',
    CIRCLE_REPOSITORY_URL: 'git@github.com:acme/api.git',
    CIRCLE_SHA1: commit,
    CIRCLE_BRANCH: 'main',
    ...hubAccount,
  });
  const shell = ['bash', '-eo', 'pipefail'];

  it('deploys the image of the commit by its digest', async () => {
    expectDeployed(await runSteps(steps, env(sha), shell), 'CircleCI', `acme/api@${inHub}`);
  });

  it('ends at the gate if there is no image', async () =>
    expectStopped(await runSteps(withoutWait(steps), env(missing), shell)));
});

describe('any other CI', () => {
  const lines = blocks('Any other CI', 'sh').flatMap((text) => text.split('\n').filter((line) => /^npx /.test(line)));
  const account = {
    IMAGE_GATE_USERNAME: hubAccount.DOCKERHUB_USERNAME,
    IMAGE_GATE_PASSWORD: hubAccount.DOCKERHUB_TOKEN,
  };
  const env = {
    BUILDKITE_REPO: 'git@github.com:acme/api.git',
    BUILDKITE_COMMIT: sha,
    BUILD_REPOSITORY_URI: 'https://github.com/acme/api',
    BUILD_SOURCEVERSION: sha,
  };

  it.each(lines.filter((line) => line.includes('$')))('%s', async (line) => {
    const [ran] = await runSteps([[line]], { ...env, ...account });
    expect(ran?.exitCode).toBe(0);
    expect(ran?.stdout).toContain(inHub.slice(0, 19));
  });

  it.each(lines.filter((line) => !line.includes('$')))('%s, in a clone', async (line) => {
    const cwd = await folders.create({ 'README.md': 'text' });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd,
        encoding: 'utf8',
      });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'first');
    git('remote', 'add', 'origin', 'https://github.com/acme/api.git');
    const digest = await hub.image('acme/api', git('rev-parse', 'HEAD').slice(0, 7));
    const ran = await runScript([line], cwd, account);
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain(digest.slice(0, 19));
  });

  it('is three lines', () => expect(lines).toHaveLength(3));
});
