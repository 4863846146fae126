import { type Answer, type Host, type IncomingRequest, json } from '../exchange.js';
import { readForm, strangeField } from '../forms.js';
import type { OidcIssuer } from '../oidc/issuer.js';
import { meetsPattern, verifyIdToken } from '../oidc/verification.js';
import { createThrottle, type Throttle } from '../throttle.js';
import type { TokenBook } from '../tokens.js';

const AUDIENCE = 'https://identity.docker.com';
const FIELDS = ['grant_type', 'subject_token_type', 'subject_token', 'connection_id', 'expires_in'];
const SECONDS = { least: 300, most: 21_600 } as const;

/** The jobs of GitHub Actions, and their permissions. */
export interface DockerRuleset {
  /** The `sub` of their ID tokens; `*` stands for anything. */
  readonly subject: string;
  readonly repositories: readonly string[];
  readonly actions: readonly ('pull' | 'push')[];
}

/** An OIDC connection of an organization. */
export interface DockerConnection {
  readonly organization: string;
  active: boolean;
  readonly rulesets: readonly DockerRuleset[];
}

/** identity.docker.com: exchanges ID tokens of GitHub Actions for passwords of an organization. */
export interface DockerIdentity {
  /** Its ID, a UUID → connection. */
  readonly connections: Map<string, DockerConnection>;
  /** Lifetime of a password in seconds; overrides `expires_in` of the request. */
  lifetime: number | undefined;
  readonly throttle: Throttle;
}

/**
 * POST `/oauth/token`, a form.
 * @param issuer GitHub Actions: no other is trusted
 * @param passwords those that auth.docker.io takes, with the organization as the user name
 */
export function createDockerIdentity(
  issuer: OidcIssuer,
  passwords: TokenBook,
): { dockerIdentity: DockerIdentity; hosts: Record<string, Host> } {
  const dockerIdentity: DockerIdentity = { connections: new Map(), lifetime: undefined, throttle: createThrottle() };

  async function exchange(request: IncomingRequest): Promise<Answer> {
    if (dockerIdentity.throttle.refuses()) {
      return json(429, { message: 'too many requests' }, { 'retry-after': '1' });
    }
    if (request.method !== 'POST' || request.url.pathname !== '/oauth/token') return failed(404, 'not found');
    const form = await readForm(request);
    if (form === undefined) return failed(400, 'the request has no form');
    const fault = wrongField(form);
    if (fault !== undefined) return failed(400, fault);
    const connection = dockerIdentity.connections.get(form.get('connection_id') ?? '');
    if (connection?.active !== true) return failed(401, 'the connection does not exist or is not active');
    const verified = verifyIdToken([issuer], form.get('subject_token') ?? '', AUDIENCE);
    if ('fault' in verified) return failed(401, `the subject token is not valid: ${verified.fault}`);
    const rulesets = connection.rulesets.filter(({ subject }) => meetsPattern(subject, verified.claims.sub));
    if (rulesets.length === 0)
      return failed(401, 'no ruleset of the connection matches the claims of the subject token');
    const access = rulesets.flatMap(({ repositories, actions }) =>
      repositories.map((name) => ({ type: 'repository', name, actions })),
    );
    const expires_in = dockerIdentity.lifetime ?? Number(form.get('expires_in') ?? SECONDS.least);
    const access_token = passwords.issue(access, connection.organization, expires_in);
    return json(200, { access_token, token_type: 'Bearer', expires_in });
  }

  return { dockerIdentity, hosts: { 'identity.docker.com': exchange } };
}

function wrongField(form: URLSearchParams): string | undefined {
  const strange = strangeField(form, FIELDS);
  if (strange !== undefined) return `field ${strange} is unknown or repeated`;
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:token-exchange')
    return 'grant_type is not supported';
  if (form.get('subject_token_type') !== 'urn:ietf:params:oauth:token-type:id_token') {
    return 'subject_token_type is not supported';
  }
  const expires = form.get('expires_in');
  const legal =
    expires === null || (/^\d+$/.test(expires) && Number(expires) >= SECONDS.least && Number(expires) <= SECONDS.most);
  return legal ? undefined : `expires_in is not between ${SECONDS.least} and ${SECONDS.most}`;
}

function failed(status: number, message: string): Answer {
  return json(status, { message });
}
