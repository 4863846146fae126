import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../sandbox/index.js';
import { actionRuntime } from './runtime.js';

/** Another program of this field, and how each job is called there. */
export interface Peer {
  readonly name: string;
  /** `1.9.3`; empty where it does not know its own. */
  readonly version: string;
  /** Copies an image from one registry to another, both without TLS. */
  readonly copy: (from: string, to: string) => readonly string[];
  /** Checks if an image exists, in the cheapest way of the program. */
  readonly look: (image: string) => readonly string[];
}

const known: readonly (Omit<Peer, 'version'> & { readonly asksVersion: readonly string[] })[] = [
  {
    name: 'skopeo',
    asksVersion: ['--version'],
    copy: (from, to) => [
      ...['skopeo', 'copy', '--all', '--preserve-digests', '--src-tls-verify=false', '--dest-tls-verify=false'],
      ...[`docker://${from}`, `docker://${to}`],
    ],
    look: (image) => ['skopeo', 'inspect', '--raw', `docker://${image}`],
  },
  {
    name: 'crane',
    asksVersion: ['version'],
    copy: (from, to) => ['crane', 'copy', '--insecure', from, to],
    look: (image) => ['crane', 'digest', image],
  },
  {
    name: 'regctl',
    asksVersion: ['version', '--format', '{{.VCSTag}}'],
    copy: (from, to) => ['regctl', 'image', 'copy', from, to],
    look: (image) => ['regctl', 'manifest', 'head', image],
  },
  {
    name: 'oras',
    asksVersion: ['version'],
    copy: (from, to) => ['oras', 'copy', '--from-plain-http', '--to-plain-http', from, to],
    look: (image) => ['oras', 'manifest', 'fetch', '--descriptor', image],
  },
];

/** Those on the PATH. */
export const peers: readonly Peer[] = known.flatMap(({ asksVersion, ...peer }) => {
  const version = versionOf(peer.name, asksVersion);
  return version === undefined ? [] : [{ ...peer, version }];
});

/** The Node.js that the action runs on. */
const node = await actionRuntime();

/** The command line of this product. `$BENCH_PROGRAM` is the bundle; default `dist/index.js`. */
export function ownProgram(): readonly [node: string, bundle: string] {
  return [node.path, process.env.BENCH_PROGRAM ?? join(projectRoot(), 'dist', 'index.js')];
}

/** `Node.js 24.9.0, distribution 2.8.2, skopeo 1.9.3`. */
export function versionsHere(): string {
  const registry = ['docker-registry', 'registry'].map((name) => versionOf(name, ['--version'])).find(Boolean);
  const named = peers.map(({ name, version }) => `${name} ${version}`.trim());
  return [`Node.js ${node.version}`, ...(registry ? [`distribution ${registry}`] : []), ...named].join(', ');
}

/** The first word of its answer that looks like a version; empty without one, undefined without the program. */
export function versionOf(name: string, words: readonly string[]): string | undefined {
  const { error, stdout, stderr } = spawnSync(name, words, { encoding: 'utf8' });
  if (error) return undefined;
  return /\d+\.\d+[^\s,]*/.exec(stdout + stderr)?.[0] ?? '';
}
