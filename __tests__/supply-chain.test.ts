import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Job {
  readonly needs?: string | readonly string[];
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
  packages: Record<string, { version: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }>;
} = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({
  name,
  workflow: parse(readFileSync(`${folder}/${name}`, 'utf8')) as WorkflowFile,
}));
const own = workflows.filter(({ workflow }) => !('workflow_call' in (workflow.on ?? {})));

/** The SBOM of a release: what the bundle has in it. */
const sbom: {
  readonly metadata: { readonly component: { readonly 'bom-ref': string; readonly name: string } };
  readonly components: readonly { readonly name: string; readonly version: string; readonly hashes?: unknown[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
} = JSON.parse(execFileSync('node', ['scripts/sbom.mjs'], { encoding: 'utf8' }));

describe('dependencies', () => {
  it('users install none: the bundle has all', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect([kind, manifest[kind]]).toEqual([kind, undefined]);
  });

  it('the runtime dependencies are these, and no others', () => {
    const { 'bom-ref': root, name } = sbom.metadata.component;
    expect(name).toBe(manifest.name);
    const direct = sbom.dependencies.find(({ ref }) => ref === root)?.dependsOn ?? [];
    expect(direct.map((ref) => ref.slice(0, ref.lastIndexOf('@')))).toEqual([
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
    const all = { ...manifest.devDependencies, ...manifest.overrides };
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

  it('the SBOM has each package of the bundle, with its hash', () => {
    const licenses = readFileSync('dist/licenses.txt', 'utf8');
    for (const { name, hashes } of sbom.components) {
      expect(licenses).toMatch(new RegExp(`^${name}$`, 'm'));
      expect([name, hashes?.length]).toEqual([name, 1]);
    }
    expect(sbom.components.length).toBeGreaterThan(40);
    expect(sbom.components.map(({ name }) => name)).toContain('supports-color');
    for (const tool of ['typescript', 'jest', 'esbuild'])
      expect(sbom.components.map(({ name }) => name)).not.toContain(tool);
  });

  it('every package of the lock has its hash, and no address; none of the bundle runs a script at its installation', () => {
    const bundled = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    for (const [path, { version, resolved, integrity, hasInstallScript }] of Object.entries(lock.packages)) {
      if (path === '') continue;
      // Left out, so that it comes from the registry that npm is set to, whose bytes must have the hash.
      expect([path, resolved]).toEqual([path, undefined]);
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      if (bundled.delete(`${name}@${version}`)) expect([path, hasInstallScript]).toEqual([path, undefined]);
    }
    expect([...bundled]).toEqual([]);
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
      'release.yml image attestations',
      'release.yml image id-token',
      'release.yml image packages',
      'release.yml npm id-token',
      'release.yml package attestations',
      'release.yml package id-token',
      'release.yml release contents',
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

  const release = own.find(({ name }) => name === 'release.yml')?.workflow.jobs ?? {};
  const stepsOf = (job: string) => (release[job]?.steps ?? []).map(({ uses, run }) => uses?.split('@')[0] ?? run ?? '');

  it('a release has its SBOM, its provenance and its licenses before anything is published', () => {
    const order = stepsOf('package');
    const at = (words: string) => order.findIndex((step) => step.includes(words));
    expect(at('npm pack --ignore-scripts')).toBeGreaterThan(0);
    expect(at('scripts/sbom.mjs')).toBeGreaterThan(0);
    expect(at('dist/licenses.txt')).toBeGreaterThan(0);
    expect(at('attest-build-provenance')).toBeGreaterThan(at('scripts/sbom.mjs'));
    expect(at('upload-artifact')).toBeGreaterThan(at('attest-build-provenance'));
    expect(Object.entries(release).map(([name, { needs }]) => [name, needs])).toEqual([
      ['check', undefined],
      ['package', 'check'],
      ['npm', 'package'],
      ['image', 'package'],
      ['release', ['npm', 'image']],
    ]);
  });

  it('a release is a draft until it has its files, and the major tag moves last', () => {
    const script = stepsOf('release').join('\n');
    const words = [
      'gh release create',
      '--draft --verify-tag',
      'gh release upload',
      '--draft=false',
      'refs/tags/$major',
    ];
    const places = words.map((one) => script.indexOf(one));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('code of dependencies runs only in the job of a release that may write nothing', () => {
    const installing = Object.keys(release).filter((job) =>
      stepsOf(job).some((step) => /npm (?:ci|install)/.test(step)),
    );
    expect(installing).toEqual(['check']);
    expect(release.check?.permissions).toEqual({ contents: 'read' });
  });

  it('npm gets no token: the workflow is its trusted publisher', () => {
    expect(stepsOf('npm').join('\n')).toContain('npm publish --provenance --access public ./release/*.tgz');
    expect(readFileSync(`${folder}/release.yml`, 'utf8')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
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
/** Without those of CircleCI, whose files have a version. */
const documented = examples.filter(({ workflow }) => workflow?.jobs !== undefined && !('version' in workflow));

/** The scripts of a workflow, or of a part of one, at any depth. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'run' && typeof inner === 'string' ? [inner] : scriptsIn(inner),
  );
}

describe('the workflows of the docs', () => {
  it.each(documented)('$name declares its permissions', ({ workflow }) => {
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

describe('the container image', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
  const copied = lines.flatMap((line) => /^COPY (?<from>\S+) /.exec(line)?.groups?.from ?? []);

  it('is made of the bundle and its license, on distroless Node.js 24, and of nothing that a build downloads', () => {
    expect(new Set(copied)).toEqual(new Set(['LICENSE', 'dist', 'scripts/image/image-gate']));
    expect(lines.filter((line) => /^(?:RUN|ADD)\b/.test(line))).toEqual([]);
    for (const line of lines.filter((one) => one.startsWith('FROM')))
      expect(line).toMatch(/^FROM gcr\.io\/distroless\/nodejs24-debian13:(?:debug-)?nonroot AS (?:shell|image)$/);
  });

  it('is built from those files alone', () => {
    expect(ignored[0]).toBe('*');
    for (const path of copied) {
      expect(existsSync(path)).toBe(true);
      expect(ignored.some((line) => line.startsWith('!') && `${path}/`.startsWith(`${line.slice(1)}/`))).toBe(true);
    }
  });

  it('runs the bundle where it was copied to, never as root', () => {
    const [shell, image] = lines.filter((line) => line.startsWith('ENTRYPOINT'));
    expect(image).toBe('ENTRYPOINT ["/nodejs/bin/node", "/opt/image-gate/index.js"]');
    expect(shell).toBe('ENTRYPOINT ["/usr/local/bin/image-gate"]');
    expect(lines.filter((line) => line.startsWith('USER'))).toEqual([]);
    expect(readFileSync('scripts/image/image-gate', 'utf8')).toContain(
      'exec /nodejs/bin/node /opt/image-gate/index.js "$@"\n',
    );
    expect(statSync('scripts/image/image-gate').mode & 0o111).toBe(0o111);
  });
});

describe('the downloads of a job', () => {
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
