import type { IncomingRequest, Internet } from '../../sandbox/index.js';

/** By the command line, or by the runner. */
export type Face = 'cli' | 'action';

/** A command with something to do, in an internet of its own. */
export interface Scenario {
  readonly name: string;
  readonly command: string;
  /** The time that the command gets, in seconds. */
  readonly seconds: number;
  /** How it can be run; default both ways. A journal without a name of its own goes with the runner's workspace. */
  readonly frontends?: readonly Face[];
  /** What the registries are; default in memory. */
  readonly registry?: 'distribution';
  /** Puts there what the command will find. `folder` is new and empty, and is the working directory. */
  readonly prepare: (internet: Internet, folder: string) => Promise<Prepared>;
}

export interface Prepared {
  readonly inputs: Readonly<Record<string, string>>;
  /** What else is in the environment of the command: credentials of a cloud. */
  readonly env?: Readonly<Record<string, string>>;
  /** What may be seen nowhere. */
  readonly secrets: readonly string[];
  /** Whether a 404 to this request says, to this command, that the image is not there. */
  readonly saysMissing?: (request: IncomingRequest) => boolean;
  /** Whether it is not there at first, so that a failed build leaves it so. */
  readonly missingAtFirst?: true;
  /** What the answer may leave out, with a warning, and still be right. */
  readonly mayLack?: readonly string[];
  /** After the command, whatever became of it: what is wrong with what it leaves behind. */
  readonly damage?: () => Promise<readonly string[]>;
}

/** The credentials of every scenario: easy to find again. */
export const user = 'campaigner';
export const password = 'dckr_pat_campaign-0123456789';
export const sourceToken = 'source-token-campaign-0123456789';
export const buildToken = 'build-token-campaign-0123456789';
export const secrets = [password, sourceToken, buildToken, Buffer.from(`${user}:${password}`).toString('base64')];
export const commit = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
export const tag = commit.slice(0, 7);
/** For images that are checked with platforms and revision. */
export const checkedImage = {
  platforms: ['linux/amd64', 'linux/arm64'],
  labels: { 'org.opencontainers.image.revision': commit },
} as const;

/** Whether it asks for the manifest of that tag, and so its 404 is the answer "not there". */
export function asksFor(path: string, reference: string): (request: IncomingRequest) => boolean {
  return ({ url }) => url.pathname === `/v2/${path}/manifests/${reference}`;
}
