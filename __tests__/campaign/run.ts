import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Fault,
  type IncomingRequest,
  type Internet,
  projectRoot,
  runAction,
  runCli,
  startInternet,
} from '../../sandbox/index.js';
import { temporaryFolder } from '../../sandbox/temporary.js';
import { secretsIn } from '../e2e/support/keyless.js';
import { inEnvironment } from '../e2e/support/story.js';
import { visible } from '../e2e/support/visible.js';
import { strange, stranger } from './faults.js';
import type { Face, Prepared, Scenario } from './scenario.js';

/** What a run did, as far as anybody can tell from outside. */
export interface Ran {
  /** Null when it had to be killed. */
  readonly exitCode: number | null;
  readonly milliseconds: number;
  /** What `--json` printed, or the outputs of the step; without what is another at every run. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** All that it showed. */
  readonly shown: string;
  /** The files that it left in its folder. */
  readonly files: string;
  /** The secrets that were sent to somebody, besides those that were given. */
  readonly derived: readonly string[];
  /** What the stranger was told. */
  readonly told: string;
  readonly damage: readonly string[];
  readonly prepared: Prepared;
}

/** Runs a scenario in a new internet with that fault, if any, in it. */
export async function run(scenario: Scenario, frontend: Face, fault: Fault['answer'] | undefined): Promise<Ran> {
  const registry = scenario.registry ?? 'memory';
  const internet = await startInternet({ registry, hosts: { [stranger]: async (request) => strange(request) } });
  const folder = await temporaryFolder();
  try {
    const prepared = await scenario.prepare(internet, folder.path);
    internet.forget();
    if (fault !== undefined) internet.inject({ answer: fault });
    const shown =
      frontend === 'cli'
        ? await byCli(scenario, prepared, internet, folder.path)
        : await byAction(scenario, prepared, internet);
    const damage = (await prepared.damage?.()) ?? [];
    const sent = [
      ...secretsIn(internet.requests),
      ...internet.requests.map(({ headers }) => headers['private-token'] ?? ''),
    ];
    const told = internet.requests.filter(({ host }) => host === stranger);
    return {
      ...shown,
      answer: steady(shown.answer, folder.path),
      files: await textsIn(folder.path),
      derived: [...new Set([...sent, ...internet.aws.secrets.values()])].filter((one) => one.length >= 8),
      told: told.map(({ path, headers, body }) => `${path} ${JSON.stringify(headers)} ${body}`).join('\n'),
      damage,
      prepared,
    };
  } finally {
    await internet.stop();
    await folder.remove();
  }
}

type Shown = Pick<Ran, 'exitCode' | 'milliseconds' | 'answer' | 'shown'>;

async function byCli(scenario: Scenario, { inputs, env }: Prepared, internet: Internet, cwd: string): Promise<Shown> {
  const given = { ...inputs, ...always(scenario) };
  const args = [scenario.command, '--json', '--verbose', ...(asks(scenario, inputs) ? ['--yes'] : [])];
  const home = await temporaryFolder();
  const { exitCode, durationMs, stdout, stderr } = await runCli({
    args,
    internet,
    cwd,
    home: home.path,
    env: { ...inEnvironment(given), ...env },
    timeoutMs: killedAfter(scenario),
  });
  await home.remove();
  return { exitCode, milliseconds: durationMs, answer: parse(stdout), shown: stdout + stderr };
}

async function byAction(scenario: Scenario, { inputs, env }: Prepared, internet: Internet): Promise<Shown> {
  const { command } = scenario;
  const file = command === 'check' ? 'action.yml' : join(command, 'action.yml');
  const result = await runAction({
    action: join(projectRoot(), file),
    internet,
    inputs: { ...inputs, ...always(scenario) },
    env: { RUNNER_DEBUG: '1', ...env },
    timeoutMs: killedAfter(scenario),
  });
  const answer = Object.fromEntries(Object.entries(result.outputs).map(([name, text]) => [name, parseValue(text)]));
  return { exitCode: result.exitCode, milliseconds: result.durationMs, answer, shown: visible(result) };
}

/** Whether it asks before it destroys. */
function asks({ command }: Scenario, inputs: Prepared['inputs']): boolean {
  return command === 'prune' || command === 'delete' || 'prune-keep' in inputs;
}

/** Milliseconds: it has long ended by then, on a busy machine too. */
function killedAfter({ seconds }: Scenario): number {
  return 60_000 + 2000 * seconds;
}

function always({ command, seconds }: Scenario): Record<string, string> {
  return { timeout: `${seconds}s`, ...(command === 'check' && { 'fail-if-not-ready': 'true' }) };
}

function parse(text: string): Record<string, unknown> {
  const value = parseValue(text);
  return typeof value === 'object' && value !== null ? { ...value } : { printed: text };
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The answer without the folder, moments of today, and the trouble that it took. */
function steady(answer: Readonly<Record<string, unknown>>, folder: string): Record<string, unknown> {
  const today = new Date().toISOString().slice(0, 10);
  const text = JSON.stringify(answer)
    .replaceAll(folder, 'FOLDER')
    .replaceAll(/[^"\\]*\/\.docker\//g, 'HOME/.docker/')
    .replaceAll(isoTime, (moment) => (moment.startsWith(today) ? 'TODAY' : moment))
    .replaceAll(/image-gate-journal-[\w-]+\.jsonl/g, 'JOURNAL')
    .replaceAll(uuid, 'UUID')
    .replaceAll('; it was already deleted', '')
    .replaceAll(/(bytes-copied|blobs-mounted|bytesCopied|blobsMounted)(\\?)":\d+/g, '$1$2":0');
  return parse(text);
}

async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** What makes a request the same one in every run: all of it, but for what is random. AWS names the operation in a header. */
export function keyOf({ method, host, path, headers }: IncomingRequest): string {
  const operation = headers['x-amz-target'];
  return `${method} ${host}${operation === undefined ? '' : ` ${operation} `}${path
    .replaceAll(uuid, 'UUID')
    .replace(/([?&]_state=)[^&]*/, '$1STATE')
    .replaceAll(/%3E?%3D\d{4}-[^&]*|\d{4}-\d\d-\d\dT[^&]*/g, 'TIME')}`;
}

/** Requests of one shape ask the same of different things. */
export function shapeOf(key: string): string {
  return key
    .replaceAll(/sha256:[0-9a-f]{64}/g, 'DIGEST')
    .replace(/\/manifests\/[^/?]+$/, '/manifests/REFERENCE')
    .replace(/\/(tags|images|artifacts|versions|runs)\/[^/?]+/g, '/$1/ONE');
}
