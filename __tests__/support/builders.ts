import type { BuilderSettings, BuildOrder, OnStop } from '../../src/builders/builder.js';
import type { Http } from '../../src/http/client/http.js';
import { headCommit } from './check.js';
import { answerOf, fakeHttp } from './http.js';
import { fakeExecute } from './processes.js';

/** The build of `acme/app:660cbcf`, from the branch main of `Acme/App`. */
export const buildOrder: BuildOrder = {
  commit: headCommit,
  ref: 'main',
  refKind: 'branch',
  repo: 'App',
  sourceRepository: 'Acme/App',
  image: 'acme/app:660cbcf',
  tag: '660cbcf',
};

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface RecordedSettings extends BuilderSettings {
  readonly lines: Readonly<Record<'info' | 'detail' | 'warn' | 'progress' | 'group', readonly string[]>>;
  /** What all farewells that are registered now say. */
  stopHandlers(http?: Http): Promise<readonly string[]>;
}

/** What a builder is made from: remembers what it is told, has ten minutes, and asks nobody. */
export function buildSettings(more: Partial<BuilderSettings> = {}): RecordedSettings {
  const lines = {
    info: [] as string[],
    detail: [] as string[],
    warn: [] as string[],
    progress: [] as string[],
    group: [] as string[],
  };
  const registered = new Set<Parameters<OnStop>[0]>();
  const nobody = fakeHttp(() => answerOf(500));
  return {
    http: nobody,
    execute: fakeExecute({}).execute,
    environment: { PATH: '/bin', EMPTY: undefined },
    signal: new AbortController().signal,
    now: () => new Date(),
    timeout: 600_000,
    info: (line) => void lines.info.push(line),
    detail: (line) => void lines.detail.push(line),
    warn: (line) => void lines.warn.push(line),
    progress: (line) => void lines.progress.push(line),
    group(title) {
      lines.group.push(`[${title}`);
      return { line: (text) => void lines.group.push(text), end: () => void lines.group.push(']') };
    },
    onStop(handler) {
      registered.add(handler);
      return () => void registered.delete(handler);
    },
    lines,
    stopHandlers: (http = nobody) => Promise.all([...registered].map((handler) => handler(http))),
    ...more,
  };
}
