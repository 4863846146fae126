import { randomBytes } from 'node:crypto';
import { type Answer, bearerToken, type Host, type IncomingRequest, json, text } from '../exchange.js';
import { type Claims, createIssuer, type OidcIssuer } from '../oidc/issuer.js';

const ISSUER = 'token.actions.githubusercontent.com';
const REQUESTS = 'run-actions-1-azure-eastus.actions.githubusercontent.com';
const PATH = '/42/idtoken/7d0c7a3e/b2d1c0aa';

/** The job that an ID token describes. */
export interface GitHubJob {
  /** Default `acme/app`. */
  readonly repository?: string;
  /** Default `refs/heads/main`. */
  readonly ref?: string;
  readonly environment?: string;
  /** The form of `sub` of repositories made after 15 July 2026: `repo:OWNER@ID/NAME@ID:…`. */
  readonly immutableSubject?: boolean;
  /** The time that each of its tokens lasts; default 300. */
  readonly seconds?: number;
  /** Further claims, which replace the others: `exp` makes an expired token. */
  readonly claims?: Claims;
}

/** The ID tokens of GitHub Actions. */
export interface GitHubOidc {
  readonly issuer: OidcIssuer;
  /** The environment variables of a job with `permissions: id-token: write`. */
  env(job?: GitHubJob): Readonly<Record<string, string>>;
  /** Number of requested tokens by audience; `''` is the default one. */
  readonly asked: ReadonlyMap<string, number>;
}

export function createGitHubOidc(): { github: GitHubOidc; hosts: Record<string, Host> } {
  const issuer = createIssuer(`https://${ISSUER}`);
  const jobs = new Map<string, GitHubJob>();
  const asked = new Map<string, number>();
  const github: GitHubOidc = {
    issuer,
    asked,
    env(job = {}) {
      const token = randomBytes(32).toString('base64url');
      jobs.set(token, job);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `https://${REQUESTS}${PATH}?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      };
    },
  };

  async function request(request: IncomingRequest): Promise<Answer> {
    const { method, url, headers } = request;
    if (url.pathname !== PATH || url.searchParams.get('api-version') !== '2.0') return { status: 404 };
    if (method !== 'GET') return { status: 405 };
    const job = jobs.get(bearerToken(headers.authorization) ?? '');
    if (job === undefined) return text(401, 'Unauthorized');
    const audience = url.searchParams.get('audience') ?? '';
    asked.set(audience, (asked.get(audience) ?? 0) + 1);
    return json(200, { count: 1, value: issuer.sign(claimsOfJob(job, audience)) });
  }

  async function discovery({ url }: IncomingRequest): Promise<Answer> {
    if (url.pathname === '/.well-known/openid-configuration') {
      return json(200, {
        issuer: issuer.url,
        jwks_uri: `${issuer.url}/.well-known/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    return url.pathname === '/.well-known/jwks' ? json(200, issuer.jwks()) : { status: 404 };
  }

  return { github, hosts: { [REQUESTS]: request, [ISSUER]: discovery } };
}

/** The claims that GitHub documents; without an audience it is the owner's address. */
function claimsOfJob(job: GitHubJob, audience: string): Claims {
  const { repository = 'acme/app', ref = 'refs/heads/main', environment } = job;
  const [owner = '', name = ''] = repository.split('/');
  const ids = { repository_owner_id: '1001', repository_id: '2002' };
  const who = job.immutableSubject ? `${owner}@${ids.repository_owner_id}/${name}@${ids.repository_id}` : repository;
  const workflow_ref = `${repository}/.github/workflows/deploy.yml@${ref}`;
  return {
    sub: `repo:${who}:${environment === undefined ? `ref:${ref}` : `environment:${environment}`}`,
    aud: audience === '' ? `https://github.com/${owner}` : audience,
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha: '1ecd5db37e5a1c5d9c1a1f4b9f6b5b0e6f6f6f6f',
    repository,
    repository_owner: owner,
    repository_visibility: 'private',
    ...ids,
    actor: 'ada',
    actor_id: '3003',
    workflow: 'Deploy',
    workflow_ref,
    job_workflow_ref: workflow_ref,
    event_name: 'push',
    run_id: '4004',
    run_number: '5',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    ...(environment !== undefined && { environment }),
    ...(job.seconds !== undefined && { exp: Math.floor(Date.now() / 1000) + job.seconds }),
    ...job.claims,
  };
}
