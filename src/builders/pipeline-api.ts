import type { Http } from '../http/client/http.js';
import { basicHeader } from '../http/headers.js';
import { describe, type HttpAnswer, type HttpRequest } from '../http/message.js';
import { type Advice, failureOf, jsonObject } from '../http/responses.js';
import { cleanLine } from '../lib/clean-line.js';
import { inputName } from '../lib/input-names.js';
import type { BuildInputs } from './build-inputs.js';
import { createServerClock } from './server-clock.js';
import type { BuildState } from './waiting.js';

/** The connection to the pipelines of one repository. */
export interface PipelineAccess {
  /** The API's address, `https://api.bitbucket.org/2.0`. */
  readonly base: string;
  readonly username: string | undefined;
  readonly token: string | undefined;
}

/** The pipeline to run. Everything is checked already. */
export interface PipelineOrder extends PipelineAccess {
  /** The name of a custom pipeline; undefined: the one that a push would run. */
  readonly custom: string | undefined;
  /** Variables, for custom pipelines only. */
  readonly variables: BuildInputs;
}

/** A pipeline as Bitbucket reports it, as far as it matters here. */
export interface Pipeline {
  readonly uuid: string;
  readonly number: number;
  readonly state: BuildState & { readonly halted: boolean; readonly complaint: string | undefined };
  readonly target: PipelineTarget;
  /** By name; undefined for a value that cannot be seen (a secured one). */
  readonly variables: readonly (readonly [string, string | undefined])[];
  readonly createdAt: Date;
}

/** The selector of a pipeline and its target. */
export interface PipelineTarget {
  /** The name of a custom pipeline; else the kind of the section of bitbucket-pipelines.yml. */
  readonly selector: { readonly custom: string } | { readonly section: string };
  /** The branch or tag; undefined where it runs for a commit alone. */
  readonly ref: { readonly kind: string; readonly name: string } | undefined;
  /** The full SHA; undefined where Bitbucket does not give it. */
  readonly commit: string | undefined;
}

/** The pipelines of one repository, `path` being `/repositories/WORKSPACE/NAME/pipelines`. */
export function pipelineApi(wanted: PipelineAccess, path: string, http: Http, now: () => Date) {
  const authorization =
    wanted.token &&
    (wanted.username === undefined ? `Bearer ${wanted.token}` : basicHeader(wanted.username, wanted.token));
  const clock = createServerClock(now);
  async function send(
    method: HttpRequest['method'],
    rest: string,
    { body, onTry }: { readonly body?: unknown; readonly onTry?: () => void } = {},
  ): Promise<{ answer: HttpAnswer; operation: string }> {
    const request: HttpRequest = {
      method,
      url: new URL(`${wanted.base}${path}${rest}`),
      headers: {
        accept: 'application/json',
        ...(authorization ? { authorization } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(onTry === undefined ? {} : { onTry }),
    };
    const answer = await http.request(request);
    clock.read(answer);
    return { answer, operation: describe(request) };
  }
  async function getJson(rest: string): Promise<Record<string, unknown>> {
    const { answer, operation } = await send('GET', rest);
    if (answer.status !== 200) throw failureOf(answer, operation, advice);
    return jsonObject(answer, operation);
  }
  return {
    send,
    getJson,
    /** The server's, as far as its answers show it. */
    clock,
    /** The pipelines of this commit, the newest first. */
    async list(commit: string): Promise<readonly Pipeline[]> {
      const page = await getJson(`/?target.commit.hash=${commit}&sort=-created_on&pagelen=10`);
      return (Array.isArray(page.values) ? page.values : []).map(readPipeline);
    },
  };
}

export type PipelineApi = ReturnType<typeof pipelineApi>;

/** Unknown states count as in progress; a pipeline that waits for a person has come to its end for us. */
export function readPipeline(value: unknown): Pipeline {
  const { uuid, build_number, state, target, created_on, variables } = (value ?? {}) as Record<
    string,
    Record<string, unknown> | undefined
  >;
  const name = nameOf(state) ?? 'UNKNOWN';
  const stage = nameOf(state?.stage);
  const halted = stage === 'PAUSED' || stage === 'HALTED';
  const word = name === 'COMPLETED' ? (nameOf(state?.result) ?? 'UNKNOWN') : (stage ?? name);
  const result = state?.result as Record<string, unknown> | undefined;
  const complaint = (result?.error as Record<string, unknown> | undefined)?.message;
  return {
    uuid: String(uuid),
    number: Number(build_number),
    state: {
      finished: name === 'COMPLETED' || halted,
      halted,
      word: cleanLine(word, 40),
      complaint: typeof complaint === 'string' ? cleanLine(complaint) : undefined,
    },
    target: readTarget(target ?? {}),
    variables: readVariables(variables),
    createdAt: new Date(String(created_on)),
  };
}

function readTarget({ selector, ref_type, ref_name, commit }: Record<string, unknown>): PipelineTarget {
  const { type = 'default', pattern } = (selector ?? {}) as Record<string, unknown>;
  const { hash } = (commit ?? {}) as Record<string, unknown>;
  const kind = typeof ref_type === 'string' ? ref_type.toLowerCase().replace('annotated_tag', 'tag') : undefined;
  return {
    selector: type === 'custom' ? { custom: String(pattern) } : { section: String(type) },
    ref: kind === undefined ? undefined : { kind, name: String(ref_name) },
    commit: typeof hash === 'string' ? hash : undefined,
  };
}

function readVariables(values: unknown): Pipeline['variables'] {
  const pairs = (Array.isArray(values) ? values : []).map((one) => (one ?? {}) as Record<string, unknown>);
  return pairs.map(({ key, value }) => [String(key), typeof value === 'string' ? value : undefined]);
}

/** The `name` of a state, stage or result. */
export function nameOf(value: unknown): string | undefined {
  const name = (value as Record<string, unknown> | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
}

/** The next step, by the kind of failure. */
export const advice: Advice = {
  authentication: `Use a repository access token, or an API token with the account’s e-mail as ${inputName('source-username')}.`,
  denied:
    'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
  'not-found': `Check ${inputName('owner')} and ${inputName('repo')}; Bitbucket returns the same for a token without access to the repository or its pipelines.`,
};
