import { type Answer, type Host, type IncomingRequest, json } from '../exchange.js';
import { type Claims, claimsOf, createIssuer, type OidcIssuer } from '../oidc/issuer.js';
import { verifyIdToken } from '../oidc/verification.js';
import type { RunningRegistry } from '../registries/index.js';
import { createThrottle, type Throttle } from '../throttle.js';
import { createRegistryAccounts } from './registry-accounts.js';
import { type TokenAccounts, tokenRegistry, withTokens } from './token-registry.js';

const SERVICE = 'jfac@01h2xcejqtf2nbrexx3vqjhp41';
const REQUIRED = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
} as const;
const FIELDS = new Set([
  ...Object.keys(REQUIRED),
  'subject_token',
  'provider_name',
  'identity_mapping_name',
  'project_key',
  'application_key',
  ...['gh_job_id', 'gh_run_id', 'gh_repo', 'gh_revision', 'gh_branch', 'repo', 'revision', 'branch'],
]);

/** An OIDC integration: whose ID tokens become whose access tokens. */
export interface ArtifactoryProvider {
  readonly issuer: string;
  /** Any, where it is absent. */
  readonly audience?: string;
  /** The first whose claims are all met wins. */
  readonly mappings: readonly { readonly claims: Claims; readonly user: string }[];
}

/** The platform acme.jfrog.io with its registry acme-docker.jfrog.io, and artifacts.example.com of one's own. */
export interface Artifactory extends TokenAccounts {
  /** Name → provider. */
  readonly providers: Map<string, ArtifactoryProvider>;
  /** Seconds that an access token lasts; an hour. */
  lifetime: number;
  readonly throttle: Throttle;
}

export function createArtifactory(
  registry: RunningRegistry,
  issuers: readonly OidcIssuer[],
): { artifactory: Artifactory; hosts: Record<string, Host> } {
  const artifactory: Artifactory = Object.assign(withTokens(createRegistryAccounts(registry)), {
    providers: new Map(),
    lifetime: 3600,
    throttle: createThrottle(),
  });
  // Its access tokens are JWTs of its own.
  const own = createIssuer(SERVICE);

  async function exchange(request: IncomingRequest): Promise<Answer> {
    if (artifactory.throttle.refuses()) return failed(429, 'TOO_MANY_REQUESTS', 'Too many requests');
    if (request.method !== 'POST' || request.url.pathname !== '/access/api/v1/oidc/token') {
      return failed(404, 'NOT_FOUND', 'Not Found');
    }
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      return failed(415, 'UNSUPPORTED_MEDIA_TYPE', 'The request has no JSON body');
    }
    const fields: Readonly<Record<string, unknown>> = JSON.parse(await request.text());
    const wrong =
      Object.keys(fields).find((name) => !FIELDS.has(name)) ??
      Object.entries(REQUIRED).find(([name, value]) => fields[name] !== value)?.[0];
    if (wrong !== undefined) return failed(400, 'BAD_REQUEST', `Invalid request: ${wrong}`);
    const provider = artifactory.providers.get(String(fields.provider_name));
    if (provider === undefined) return failed(404, 'NOT_FOUND', `OIDC provider ${fields.provider_name} was not found`);
    const trusted = issuers.filter(({ url }) => url === provider.issuer);
    const verified = verifyIdToken(trusted, String(fields.subject_token), provider.audience);
    if ('fault' in verified) return failed(401, 'UNAUTHORIZED', `Token validation failed: ${verified.fault}`);
    const mapping = provider.mappings.find(({ claims }) =>
      Object.entries(claims).every(([name, value]) => verified.claims[name] === value),
    );
    if (mapping === undefined) {
      return failed(403, 'FORBIDDEN', 'No identity mapping matches the claims of the token');
    }
    const now = Math.floor(Date.now() / 1000);
    const access_token = own.sign({
      sub: `${SERVICE}/users/${mapping.user}`,
      scp: 'applied-permissions/user',
      aud: '*@*',
      exp: now + artifactory.lifetime,
    });
    return json(200, {
      access_token,
      token_type: 'Bearer',
      expires_in: artifactory.lifetime,
      scope: 'applied-permissions/user',
    });
  }

  /** A password, or an access token of this user's. */
  function user({ user: name, secret }: { readonly user: string; readonly secret: string }): string | undefined {
    if (artifactory.users.get(name) === secret) return name;
    const verified = verifyIdToken([own], secret, undefined);
    return 'claims' in verified && claimsOf(secret)?.sub === `${SERVICE}/users/${name}` ? name : undefined;
  }

  const docker = tokenRegistry(artifactory, { tokenPath: '/v2/token', user });
  // Repositories are paths here, `acme.jfrog.io/docker-local/app`.
  const platform: Host = (request) => (request.url.pathname.startsWith('/v2/') ? docker(request) : exchange(request));
  return {
    artifactory,
    hosts: { 'acme.jfrog.io': platform, 'acme-docker.jfrog.io': docker, 'artifacts.example.com': platform },
  };
}

function failed(status: number, code: string, message: string): Answer {
  return json(status, { errors: [{ code, message }] });
}
