import { cleanLine } from '../../../lib/clean-line.js';
import { usageFailure } from '../../../lib/errors.js';
import { usernameAndPassword } from '../../../lib/input-names.js';
import { textOf } from '../../../lib/json.js';
import type { IssuedPassword } from '../credentials.js';
import { claimsIn } from './claims.js';
import { formPost, passwordOf, secondsIn, sendExchange, tokenExchange } from './exchange.js';
import type { Login, LoginProvider, LoginSettings } from './provider.js';

const identity = new URL('https://identity.docker.com');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The only issuer that a connection can trust. */
const github = 'https://token.actions.githubusercontent.com';

/**
 * Docker Hub, and the Docker Hardened Images on dhi.io, by an OIDC connection of an organization (docs.docker.com,
 * "OIDC connections"). The password is for the registry alone: Docker Hub's API does not accept it.
 */
export const dockerHubLogin: LoginProvider = {
  title: 'Docker Hub',
  form: 'the ID of an OIDC connection',
  example: '0f7c1a52-7c41-4a0b-9f37-1e6b1d2c3a4b',
  username: 'the organization',
  trust: 'a ruleset of the OIDC connection (Docker Home, Identity & auth, OIDC connections: Edit shows its failures)',
  refusals: [
    [/\bconnection does not exist|not active/i, 'oidc'],
    [/audience/i, 'aud'],
    [/expired/i, 'exp'],
  ],
  read: (connection, { username }) =>
    uuid.test(connection)
      ? { audience: identity.origin, origins: [identity], open: opener(connection, username) }
      : undefined,
};

function opener(connection: string, username: string): Login['open'] {
  return (settings) => {
    const wanted = wantedLife(settings.environment);
    return {
      issue: () =>
        settings.exchange((idToken) => {
          checkIssuer(idToken);
          const seconds = wanted ?? remaining(settings);
          return exchange(idToken, { connection, username, seconds }, settings);
        }),
    };
  };
}

interface Wanted {
  readonly connection: string;
  readonly username: string;
  readonly seconds: number;
}

async function exchange(
  idToken: string,
  { connection, username, seconds }: Wanted,
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const request = formPost(new URL('/oauth/token', identity), {
    ...tokenExchange,
    subject_token: idToken,
    connection_id: connection,
    expires_in: String(seconds),
  });
  const { access_token, expires_in } = await sendExchange(request, settings);
  const holder = `${username}, with the repositories of the rulesets of connection ${connection} that match`;
  return passwordOf(access_token, { username, life: secondsIn(expires_in) || seconds, request, holder }, settings);
}

/** @throws Failure (usage) for the token of another CI, which is not sent */
function checkIssuer(idToken: string): void {
  const issuer = textOf(claimsIn(idToken)?.iss) ?? 'nobody';
  // An enterprise may have its own name behind it.
  if (issuer === github || issuer.startsWith(`${github}/`)) return;
  throw usageFailure(
    `the ID token is of ${cleanLine(issuer, 200)}, and Docker Hub accepts those of GitHub Actions alone`,
    `In another CI give ${usernameAndPassword}: the organization and an access token of it.`,
  );
}

/** The seconds that Docker lets a password live. */
const least = 300;
const most = 21_600;
/** A longer command has it renewed. */
const enough = 3600;

/** Seconds until the command has to be done, as far as one password is for. */
function remaining({ deadline, now }: LoginSettings): number {
  const left = Math.ceil((deadline.getTime() - now().getTime()) / 1000);
  return Math.min(Math.max(left, least), enough);
}

/** The seconds in the variable that docker/login-action has for them. @throws Failure (usage) */
function wantedLife({ DOCKERHUB_OIDC_EXPIREIN: given }: LoginSettings['environment']): number | undefined {
  if (!given) return undefined;
  const seconds = Number(given);
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
  throw usageFailure(
    `DOCKERHUB_OIDC_EXPIREIN is ${JSON.stringify(given)}, which is not a number of seconds from ${least} to ${most}`,
    'Leave it out: the password then lasts as long as the command may take.',
  );
}
