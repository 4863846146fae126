import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Internet, startService } from '../../sandbox/index.js';
import { runProcess } from '../../sandbox/runner/process.js';
import { repository as project } from '../../src/lib/project.js';
import { isCommandLines, nameOf, type Snippet, snippets, yamlKind } from '../support/snippets.js';
import { commit, key, secrets, user } from './support/docs/accounts.js';
import { programs } from './support/docs/programs.js';
import { checkOut } from './support/docs/stand-ins.js';
import { createWorld } from './support/docs/world.js';
import { authOf } from './support/files.js';
import { sigstore } from './support/signing.js';
import { useFolders } from './support/surroundings.js';

const folders = useFolders();
const { env: path } = await folders.programs(programs);
const trusted = join(await folders.create({ 'root.json': JSON.stringify(sigstore.trustedRoot()) }), 'root.json');
const password = secrets.REGISTRY_PASSWORD ?? '';

/** What the pages presuppose in the environment. */
const environments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/build.md': {
    BITBUCKET_COMMIT: commit,
    BITBUCKET_REPO_SLUG: 'saas-apigateway',
    BITBUCKET_WORKSPACE: 'acme',
    DOCKERHUB_TOKEN: password,
    DOCKERHUB_USERNAME: user,
    GATE_TOKEN: secrets.BITBUCKET_TOKEN ?? '',
  },
  'docs/command-line.md': { CI_COMMIT_SHA: commit, DOCKERHUB_TOKEN: password },
  'docs/container.md': {
    CI_COMMIT_SHA: commit,
    CI_PROJECT_PATH: 'acme/api',
    CI_REGISTRY: 'registry.gitlab.com',
    CI_REGISTRY_IMAGE: 'registry.gitlab.com/acme/api',
    CI_REGISTRY_PASSWORD: password,
    CI_REGISTRY_USER: user,
    GITLAB_CI: 'true',
    IMAGE_GATE_PASSWORD: password,
    IMAGE_GATE_USERNAME: user,
  },
  'docs/migrating/from-doq-images.md': {
    IMAGE_GATE_NAMESPACE: 'acmeinc',
    IMAGE_GATE_OWNER: 'acme',
    IMAGE_GATE_SOURCE: 'bitbucket',
  },
  'docs/migrating/from-shell-loops.md': { GITHUB_SHA: commit },
  'docs/registries.md': {
    CI_REGISTRY_IMAGE: 'registry.gitlab.com/acme/app',
    CI_REGISTRY_PASSWORD: password,
    CI_REGISTRY_USER: user,
  },
};

/** Of the examples with `api develop`, which leave their source and namespace to the environment. */
const ofApi = { IMAGE_GATE_NAMESPACE: 'acme', IMAGE_GATE_OWNER: 'acme' };

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** `image-gate check a → 0`, and the calls of stand-ins. */
  readonly calls: readonly string[];
}

/** Runs a script in a checkout, after `docker login` to the registries. */
async function runScript({ page, text }: Snippet, script: string, shell = 'bash'): Promise<Ran> {
  const world = await createWorld(Object.values({ ...ofApi, ...environments[page], text }).join('\n'));
  try {
    const home = await folders.create();
    const workspace = join(home, 'workspace');
    await mkdir(workspace);
    await checkOut(workspace, home);
    await logIn(world.internet, home);
    const journal = /\S+\.jsonl/.exec(text)?.[0] ?? 'journal.jsonl';
    await mkdir(join(home, '.config', 'fish', 'completions'), { recursive: true });
    const files = {
      'yesterday.json': '{}',
      'token.txt': 'github-token',
      'secret.txt': 'a-secret-0123456789',
      'cosign.pub': key.pem,
    };
    for (const [name, content] of Object.entries({ ...files, [journal]: world.journal }))
      await writeFile(join(workspace, name), content);
    const calls = join(home, 'calls');
    const { stdout, stderr } = await runProcess({
      program: shell,
      arguments: ['-c', script],
      cwd: workspace,
      env: {
        ...path,
        HOME: home,
        CALLS: calls,
        ...(/\bcheck\b/.test(text) && { IMAGE_GATE_SOURCE_TOKEN: secrets.BITBUCKET_TOKEN ?? '' }),
        ...(/--(?:provenance|signature-identity)\b/.test(text) && { IMAGE_GATE_TRUSTED_ROOT: trusted }),
        ...world.internet.env,
        ...environments[page],
        ...(text.includes('api develop') && ofApi),
      },
    });
    return { stdout, stderr, calls: (await readFile(calls, 'utf8')).trim().split('\n') };
  } finally {
    await world.stop();
  }
}

async function logIn({ ghcr, github }: Internet, home: string): Promise<void> {
  github.tokens.add(secrets.BITBUCKET_TOKEN ?? '');
  ghcr.users.set('ada', 'github-token');
  for (const one of ghcr.repositories.values()) one.members.add('ada');
  const hosts = ['https://index.docker.io/v1/', 'registry.example.com', 'staging.example.com'];
  const auths = Object.fromEntries(hosts.map((host) => [host, { auth: authOf(user, password) }]));
  await mkdir(join(home, '.docker'));
  const config = { auths: { ...auths, 'ghcr.io': { auth: authOf('ada', 'github-token') } } };
  await writeFile(join(home, '.docker', 'config.json'), JSON.stringify(config));
}

/** What zsh alone understands. */
const forZsh = /^# zsh.*\n.*\n/m;
const ownCalls = ({ calls }: Ran) => calls.filter((call) => call.startsWith('image-gate '));
const broken = /command not found|: not found|No such file|syntax error|Is a directory/;
const named = (all: readonly Snippet[]) => all.map((snippet) => [nameOf(snippet), snippet] as const);
/** Those of docs/other-ci.md have a test of their own; the image of a release cannot be verified before it exists. */
const isElsewhere = ({ page, text }: Snippet) =>
  page === 'docs/other-ci.md' || text.includes(`check ghcr.io/${project}:`);
const commandLines = snippets.filter((one) => isCommandLines(one) && !isElsewhere(one));

describe('command lines of the docs', () => {
  const scripts = commandLines.filter(({ text }) => /\bimage-gate\b/.test(text));
  test.each(named(scripts))('%s', async (_name, snippet) => {
    const ran = await runScript(snippet, snippet.text.replace(forZsh, ''));
    expect(ran.stderr).not.toMatch(broken);
    const codes = ownCalls(ran).map((call) => Number(call.split(' → ').at(-1)));
    expect({ failed: codes.some((code) => code !== 0), log: ran.stderr }).toEqual({ failed: false, log: ran.stderr });
    expect(codes).not.toEqual([]);

    const next = snippets[snippets.indexOf(snippet) + 1];
    const shows = next?.page === snippet.page && next.language === '' ? next.text : undefined;
    if (shows !== undefined) expect(withoutDigests(ran.stdout)).toBe(withoutDigests(shows));
  });

  test('every page with output has it behind its command', () => {
    const outputs = snippets.filter(({ language }) => language === '');
    for (const output of outputs) expect(scripts).toContain(snippets[snippets.indexOf(output) - 1]);
    expect(outputs).not.toEqual([]);
  });
});

function withoutDigests(text: string): string {
  return text.trim().replaceAll(/sha256:[0-9a-f]+/g, 'sha256:…');
}

describe('scripts of other CIs', () => {
  const pipelines = snippets.filter(
    ({ language, page, text }) => language === 'yaml' && page !== 'docs/other-ci.md' && yamlKind(text) === 'pipeline',
  );
  test.each(named(pipelines))('%s', async (_name, snippet) => {
    const lines = scriptsIn(parse(snippet.text)).flat();
    const variables = Object.entries(variablesIn(parse(snippet.text))).map(
      ([name, value]) => `export ${name}="${value}"`,
    );
    const dotenv = '[ -f image.env ] && set -a && . ./image.env && set +a';
    const script = ['set -e', ...variables, ...lines.flatMap((line) => [line, dotenv.replace(/$/, ' || true')])];
    const ran = await runScript(snippet, script.join('\n'), 'sh');
    expect(ran.stderr).not.toMatch(broken);
    const { stderr: log } = ran;
    expect({ calls: ownCalls(ran), log }).toEqual({ calls: [expect.stringMatching(/ → 0$/)], log });
  });
});

/** The `script` of each job, in order. */
function scriptsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'script' ? [[inner].flat()] : scriptsIn(inner)));
}

function variablesIn(value: unknown): Readonly<Record<string, string>> {
  const jobs = Object.values(Object(value)).flatMap((job) => [Object(Object(job).variables)]);
  return Object.assign({}, ...jobs);
}

describe('Kubernetes and Compose files of the docs', () => {
  const manifests = snippets.filter(({ language, text }) => language === 'yaml' && yamlKind(text) === 'manifest');
  test.each(named(manifests.filter(({ text }) => text.includes('image:'))))('%s', async (_name, snippet) => {
    const file = /^services:/m.test(snippet.text) ? 'compose.yaml' : 'manifest.yaml';
    const script = `cat > ${file} <<'END'\n${snippet.text}END\nimage-gate check ${file}`;
    const ran = await runScript(snippet, script);
    const { stderr: log } = ran;
    expect({ calls: ownCalls(ran), log }).toEqual({ calls: [`image-gate check ${file} → 0`], log });
  });
});

describe('the service of docs/serve.md', () => {
  const requests = commandLines.filter(({ text }) => text.includes('localhost:4006'));
  test.each(named(requests))('%s', async (_name, snippet) => {
    const world = await createWorld(snippet.text);
    const [image = ''] = /mojaloop\/[\w.-]+\/[\w.-]+/.exec(snippet.text) ?? [];
    const service = await startService([image.replace(/\/(?=[^/]*$)/, ':')], { env: world.internet.env });
    try {
      const script = snippet.text.replaceAll('localhost:4006', service.url.replace('http://', ''));
      const { stdout } = await runProcess({ program: 'bash', arguments: ['-c', script], cwd: '/', env: path });
      const next = snippets[snippets.indexOf(snippet) + 1];
      const shown = JSON.parse(next?.text ?? '');
      expect(JSON.parse(stdout)).toEqual({ ...shown, fetched: expect.any(String) });
    } finally {
      service.child.kill('SIGTERM');
      await world.stop();
    }
  });
});
