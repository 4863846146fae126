import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGenericRegistry } from '../../../../sandbox/hosts/generic-registry.js';
import {
  type Internet,
  type JobToken,
  runCli,
  startInternet,
  startRegistry,
  temporaryFolder,
} from '../../../../sandbox/index.js';
import { admit, admitJob, declareSources, secrets, uncovered, user } from './accounts.js';
import { buildHost, enableBuilds } from './builds.js';
import { sign } from './sign.js';
import { stock } from './stock.js';

/** An internet with what a snippet names. */
export interface World {
  readonly internet: Internet;
  /** What jobs that a snippet needs and does not show have as outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The journal of a deletion, where the snippet restores from one. */
  readonly journal: string;
  /** Lets the token of a job in with its permissions; returns the environment of the job. */
  onJob(job: JobToken): Readonly<Record<string, string>>;
  /** The requests that the permissions of a job do not cover. */
  uncovered(): readonly string[];
  stop(): Promise<void>;
}

export async function createWorld(text: string): Promise<World> {
  const behind = await startRegistry({ kind: 'memory' });
  const { generic: staging, hosts } = createGenericRegistry(behind);
  const host = hosts['registry.example.com'];
  if (host === undefined) throw new Error('the sandbox has no registry.example.com');
  let build: () => Promise<void> = async () => undefined;
  const builder = async () => {
    await build();
    return { status: 204 };
  };
  const internet = await startInternet({ hosts: { 'staging.example.com': host, [buildHost]: builder } });
  const jobs: JobToken[] = [];
  declareSources(internet);
  admit(internet, staging);
  build = await stock(internet, staging, text);
  enableBuilds(internet, () => build());
  await sign(internet, text);
  return {
    internet,
    outputs: { digest: behind.ledger.tagged('acme/app').get('660cbcf')?.digest ?? '' },
    journal: /\brestore\b(?!-)/.test(text) ? await journalOf(internet, text) : '',
    onJob(job) {
      jobs.push(job);
      return admitJob(internet, job);
    },
    uncovered: () => jobs.flatMap((job) => uncovered(internet, job)),
    async stop() {
      await internet.stop();
      await behind.stop();
    },
  };
}

/** Deletes an image, in the registry that the snippet names or on Docker Hub; what it is restored from. */
async function journalOf(internet: Internet, text: string): Promise<string> {
  const folder = await temporaryFolder();
  try {
    const registry = text.includes('registry.example.com') ? 'registry.example.com' : 'docker.io';
    const { exitCode, stderr } = await runCli({
      args: ['delete', 'acme/app:1.4.2', '--registry', registry, '--journal', 'journal.jsonl', '--yes'],
      internet,
      cwd: folder.path,
      env: { IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: secrets.DOCKERHUB_TOKEN ?? '' },
    });
    if (exitCode !== 0) throw new Error(stderr);
    return await readFile(join(folder.path, 'journal.jsonl'), 'utf8');
  } finally {
    await folder.remove();
  }
}
