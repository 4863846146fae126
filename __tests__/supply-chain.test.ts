import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Record<string, unknown>;
  }[];
}

interface WorkflowFile {
  readonly name?: string;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: {
  packages: Record<string, { resolved?: string; integrity?: string; hasInstallScript?: boolean; dev?: boolean }>;
} = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({
  name,
  workflow: parse(readFileSync(`${folder}/${name}`, 'utf8')) as WorkflowFile,
}));
const own = workflows.filter(({ workflow }) => !('workflow_call' in (workflow.on ?? {})));

describe('dependencies', () => {
  it('the runtime dependencies are these, and no others', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      '@actions/core',
      '@actions/exec',
      '@actions/github',
      '@actions/http-client',
      '@hono/node-server',
      '@sigstore/bundle',
      '@sigstore/core',
      '@sigstore/protobuf-specs',
      '@sigstore/verify',
      'aws4fetch',
      'hono',
      'ioredis',
      'jsonc-parser',
      'prom-client',
      'yaml',
    ]);
  });

  it('every version is exact', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('the bundle has what those need, and nothing else', () => {
    expect(existsSync('dist/licenses.txt')).toBe(true);
    const licenses = readFileSync('dist/licenses.txt', 'utf8');
    const names = [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+)\n[\w .()-]+\n/gm)].map(([, name]) => name);
    expect(names).toEqual([
      '@actions/core',
      '@actions/exec',
      '@actions/github',
      '@actions/http-client',
      '@actions/io',
      '@hono/node-server',
      '@ioredis/commands',
      '@octokit/auth-token',
      '@octokit/core',
      '@octokit/endpoint',
      '@octokit/graphql',
      '@octokit/plugin-paginate-rest',
      '@octokit/plugin-rest-endpoint-methods',
      '@octokit/request',
      '@octokit/request-error',
      '@opentelemetry/api',
      '@sigstore/bundle',
      '@sigstore/core',
      '@sigstore/protobuf-specs',
      '@sigstore/verify',
      'aws4fetch',
      'before-after-hook',
      'bintrees',
      'cluster-key-slot',
      'content-type',
      'debug',
      'denque',
      'has-flag',
      'hono',
      'ioredis',
      'json-with-bigint',
      'jsonc-parser',
      'ms',
      'prom-client',
      'redis-errors',
      'standard-as-callback',
      'supports-color',
      'tdigest',
      'tunnel',
      'universal-user-agent',
      'yaml',
    ]);
  });

  it('every package of the lock has its hash, and no address; none of the bundle runs a script at its installation', () => {
    for (const [path, { resolved, integrity, hasInstallScript, dev }] of Object.entries(lock.packages)) {
      if (path === '') continue;
      // Left out, so that it comes from the registry that npm is set to, whose bytes must have the hash.
      expect([path, resolved]).toEqual([path, undefined]);
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
      if (dev !== true) expect([path, hasInstallScript]).toEqual([path, undefined]);
    }
  });
});

describe('the workflows of this repository', () => {
  it.each(own)('$name gives nothing to all jobs, and to each what it needs', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs ?? {})) expect(permissions).toBeDefined();
  });

  it('only these may write, and only this', () => {
    const writers = own.flatMap(({ name, workflow }) =>
      Object.entries(workflow.jobs ?? {}).flatMap(([job, { permissions = {} }]) =>
        Object.entries(permissions).flatMap(([what, right]) => (right === 'write' ? [`${name} ${job} ${what}`] : [])),
      ),
    );
    expect(writers.sort()).toEqual([
      'codeql.yml analyze security-events',
      'release.yml publish attestations',
      'release.yml publish contents',
      'release.yml publish id-token',
      'scorecard.yml analyze id-token',
      'scorecard.yml analyze security-events',
    ]);
  });

  it('none runs with secrets on what strangers propose', () => {
    for (const { workflow } of workflows) {
      expect(Object.keys(workflow.on ?? {})).not.toContain('pull_request_target');
      expect(Object.keys(workflow.on ?? {})).not.toContain('workflow_run');
    }
  });

  it('no checkout leaves its token behind', () => {
    const checkouts = workflows.flatMap(({ workflow }) =>
      Object.values(workflow.jobs ?? {}).flatMap(({ steps = [] }) =>
        steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
      ),
    );
    expect(checkouts.length).toBeGreaterThan(5);
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  it('a release has its SBOM, its provenance and its licenses from the beginning', () => {
    const { steps = [] } = own.find(({ name }) => name === 'release.yml')?.workflow.jobs?.publish ?? {};
    const order = steps.map(({ uses, run }) => uses?.split('@')[0] ?? run ?? '');
    const at = (words: string) => order.findIndex((step) => step.includes(words));
    expect(at('npm sbom')).toBeGreaterThan(0);
    expect(at('dist/licenses.txt')).toBeGreaterThan(0);
    expect(at('attest-build-provenance')).toBeGreaterThan(at('npm sbom'));
    expect(at('gh release create "$GITHUB_REF_NAME" release/*')).toBeGreaterThan(at('attest-build-provenance'));
    expect(at('git/refs/tags/$major')).toBeGreaterThan(at('gh release create'));
  });
});

/** The examples in the docs, and those of them that are whole workflows. */
const examples = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
]
  .filter((page) => page.endsWith('.md'))
  .flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ''], at) => {
      const workflow = parse(text.replaceAll(new RegExp(`^${/^ */.exec(text)?.[0] ?? ''}`, 'gm'), '')) as WorkflowFile;
      return { name: `${page}, example ${at + 1}`, workflow };
    }),
  );
const documented = examples.filter(({ workflow }) => workflow?.jobs !== undefined);

/** The scripts of a workflow, or of a part of one, at any depth. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'run' && typeof inner === 'string' ? [inner] : scriptsIn(inner),
  );
}

describe('the workflows of the docs', () => {
  it.each(documented)('$name says which permissions it needs', ({ workflow }) => {
    for (const { permissions } of Object.values(workflow.jobs ?? {})) {
      expect(permissions ?? workflow.permissions).toBeDefined();
      expect(['write-all', 'read-all']).not.toContain(permissions ?? workflow.permissions);
    }
  });
});

describe('scripts', () => {
  it.each([...workflows, ...examples])(
    '$name: no script has an expression in it that outsiders can fill',
    ({ workflow }) => {
      for (const run of scriptsIn(workflow)) expect(run).not.toMatch(/\$\{\{/);
    },
  );

  it('are found in parts of workflows too', () => expect(examples.flatMap(scriptsIn).length).toBeGreaterThan(10));
});

describe('what a job downloads', () => {
  const archive = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], { maxBuffer: 64 * 1024 * 1024 });
  const names = execFileSync('tar', ['-tf', '-'], { input: archive, encoding: 'utf8' }).trim().split('\n');

  it('has at most 700 kB', () => expect(gzipSync(archive).length).toBeLessThanOrEqual(700_000));

  it('has all that an action needs, and no sources', () => {
    const folders = readdirSync('.').filter((name) => existsSync(`${name}/action.yml`));
    expect(folders.length).toBeGreaterThan(10);
    expect(names).toEqual(expect.arrayContaining(['action.yml', ...folders.map((name) => `${name}/action.yml`)]));
    expect(names).toEqual(expect.arrayContaining(['package.json', 'dist/index.js', 'LICENSE']));
    expect(names.filter((name) => /^(?:src|__tests__|sandbox|docs|scripts|\.github)\//.test(name))).toEqual([]);
  });
});
