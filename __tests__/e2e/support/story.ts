import { join } from 'node:path';
import {
  type ActionOptions,
  type ActionResult,
  type CliResult,
  type Internet,
  projectRoot,
  runAction,
  runCli,
  startInternet,
} from '../../../sandbox/index.js';

/** The commit that develop is at in every story. */
export const commit = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
export const repository = 'loyaltolpi/saas-apigateway';
export const image = `${repository}:660cbcf`;
/** Credentials that are easy to find again, wherever they should not be. */
export const sourceToken = 'ATCTT-source-token-0123456789';
export const username = 'deployer';
export const password = 'dckr_pat_password-0123456789';

/** One small world: a branch on Bitbucket, a private repository on Docker Hub, and the bundle. */
export interface Story {
  readonly internet: Internet;
  /** The digest of the image, which is there from the beginning. */
  readonly digest: string;
  /** Runs the root action with the story's inputs, and others over them. */
  action(inputs?: Record<string, string>, more?: Partial<ActionOptions>): Promise<ActionResult>;
  /** Runs `image-gate check` with the story's inputs in the environment, and further arguments. */
  cli(args?: readonly string[], env?: Record<string, string>): Promise<CliResult>;
  /** The requests since the last `forget()`, as `METHOD host`. */
  requests(): readonly string[];
  stop(): Promise<void>;
}

const inputs = {
  source: 'bitbucket',
  owner: 'loyaltoid',
  repo: 'saas-apigateway',
  ref: 'develop',
  'source-token': sourceToken,
  namespace: 'loyaltolpi',
  username,
  password,
};

export const actionFile = join(projectRoot(), 'action.yml');

export async function startStory(): Promise<Story> {
  const internet = await startInternet();
  internet.bitbucket.tokens.add(sourceToken);
  internet.bitbucket.repository('loyaltoid', 'saas-apigateway', { private: true, branches: { develop: commit } });
  internet.hub.users.set(username, password);
  internet.hub.repository(repository, { private: true, members: [username] });
  const digest = await internet.hub.image(repository, '660cbcf');
  return {
    internet,
    digest,
    action: (over = {}, more = {}) =>
      runAction({ action: actionFile, inputs: { ...inputs, ...over }, internet, ...more }),
    cli: (args = [], env = {}) =>
      runCli({ args: ['check', ...args], internet, env: { ...inEnvironment(inputs), ...env } }),
    requests: () => internet.requests.map(({ method, host }) => `${method} ${host}`),
    stop: () => internet.stop(),
  };
}

/** Inputs as IMAGE_GATE_* variables. */
export function inEnvironment(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`IMAGE_GATE_${name.toUpperCase().replaceAll('-', '_')}`, value]),
  );
}
