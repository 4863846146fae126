import type { Http } from '../../../http/client/http.js';
import { describe, type HttpRequest } from '../../../http/message.js';
import { failureOf, jsonObject } from '../../../http/responses.js';
import { cleanLine } from '../../../lib/clean-line.js';
import { Failure, usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { Execute } from '../../../lib/processes.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The credentials for requesting ID tokens. */
export interface PipelineSettings {
  readonly environment: Environment;
  readonly http: Http;
  readonly execute: Execute;
  readonly signal: AbortSignal;
  readonly mask: (secret: string) => void;
}

/** Requests an ID token for this audience. @param audience undefined: the usual one of the pipeline */
export type RequestIdToken = (audience: string | undefined) => Promise<string>;

const permission = 'Add permissions: id-token: write to the job. A pull request from a fork never has this permission.';

/**
 * In a job with `id-token: write` (docs.github.com, "OpenID Connect reference"). @throws Failure (usage) for a broken
 * environment
 */
export function fromGitHub(address: string, { environment, http, mask }: PipelineSettings): RequestIdToken {
  const token = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
  const origin = URL.canParse(address) ? new URL(address) : undefined;
  if (origin?.protocol !== 'https:' || token === '') {
    throw usageFailure(
      'ACTIONS_ID_TOKEN_REQUEST_URL is set, and with ACTIONS_ID_TOKEN_REQUEST_TOKEN it is not an address to request an ID token from',
      'Leave both variables as the runner sets them.',
    );
  }
  mask(token);
  return async (audience) => {
    const url = new URL(origin);
    if (audience !== undefined) url.searchParams.set('audience', audience);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const request: HttpRequest = { method: 'GET', url, headers, sameOriginOnly: true };
    const operation = `the ID token of the job (${describe(request)})`;
    const answer = await http.request(request);
    if (answer.status !== 200) throw failureOf(answer, operation, { authentication: permission, denied: permission });
    const { value } = jsonObject(answer, operation);
    return jwt(value, operation);
  };
}

/** By the agent's own command (buildkite.com/docs/agent/v3/cli-oidc). */
export function fromBuildkite({ environment, execute, signal }: PipelineSettings): RequestIdToken {
  return async (audience) => {
    const operation = 'buildkite-agent oidc request-token';
    const refused = (reason: string, cause?: unknown) =>
      new Failure('authentication', {
        operation,
        reason,
        advice: `Run the command in the step itself, or request a token before and give it as ${inputName('id-token')}.`,
        cause,
      });
    const args = ['oidc', 'request-token', ...(audience === undefined ? [] : ['--audience', audience])];
    const { exitCode, stdout, stderr } = await execute('buildkite-agent', args, { env: environment, signal }).catch(
      (fault: unknown) => {
        if (signal.aborted) throw signal.reason;
        throw refused(`it could not be run: ${cleanLine(String(fault))}`, fault);
      },
    );
    if (exitCode !== 0) throw refused(cleanLine(stderr) || `exit code ${exitCode}`);
    return jwt(stdout.trim(), operation);
  };
}

/** @throws Failure (server) for a text that is not a JWT, which is not shown */
function jwt(value: unknown, operation: string): string {
  if (typeof value === 'string' && isJwt(value)) return value;
  throw new Failure('server', { operation, reason: 'an answer without an ID token that can be used' });
}

/** Three parts in base64url: nothing that a header or a form could not hold. */
export function isJwt(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/** The way in which this pipeline gets an ID token for this audience, in the syntax of its own file. */
export function howToGet(environment: Environment, audience = 'AUDIENCE'): string {
  const { GITHUB_ACTIONS, GITLAB_CI, BITBUCKET_BUILD_NUMBER, BITBUCKET_STEP_OIDC_TOKEN } = environment;
  if (GITHUB_ACTIONS === 'true') return permission;
  if (GITLAB_CI) return `Add to the job in .gitlab-ci.yml: id_tokens: { IMAGE_GATE_ID_TOKEN: { aud: '${audience}' } }.`;
  if (BITBUCKET_BUILD_NUMBER || BITBUCKET_STEP_OIDC_TOKEN)
    return `Add to the step in bitbucket-pipelines.yml: oidc: { audiences: ['${audience}'] }.`;
  return `Give an ID token of the pipeline for the audience ${audience} as ${inputName('id-token')}.`;
}
