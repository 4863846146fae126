import { type Answer, basicCredentials, type IncomingRequest, json } from '../../exchange.js';
import { claimsOf, type OidcIssuer } from '../../oidc/issuer.js';
import { type TokenFault, verifyIdToken } from '../../oidc/verification.js';
import type { Quay } from './state.js';

const WORDS: Readonly<Record<TokenFault, string>> = {
  malformed: 'Token does not contain issuer',
  'unknown issuer': 'Invalid token: Unable to load the public keys of the issuer',
  'wrong signature': 'Invalid token: Signature verification failed',
  expired: 'Invalid token: Signature has expired',
  'not valid yet': 'Invalid token: The token is not yet valid (iat)',
  'wrong audience': "Invalid token: Audience doesn't match",
};

/** GET `/oauth2/federation/robot/token`, Basic with the robot's name and an ID token: a password for an hour. */
export function federateRobot(quay: Quay, issuers: readonly OidcIssuer[], request: IncomingRequest): Answer {
  if (request.method !== 'GET') return json(405, { message: 'The method is not allowed for the requested URL.' });
  const credentials = basicCredentials(request.headers.authorization);
  if (credentials === undefined) return refused('No auth header');
  const { user: robot, secret: token } = credentials;
  if (!robot.includes('+')) return refused('Invalid robot');
  const federations = quay.federations.get(robot);
  if (federations === undefined) return refused('Robot does not have federated login configured');
  const claims = claimsOf(token);
  if (typeof claims?.iss !== 'string') return refused(WORDS.malformed);
  const own = federations.filter(({ issuer }) => issuer === claims.iss);
  if (own.length === 0) return refused(`issuer ${claims.iss} not configured for this robot`);
  const verified = verifyIdToken(issuers, token, own.findLast(({ audiences }) => audiences !== undefined)?.audiences);
  if ('fault' in verified) return refused(WORDS[verified.fault]);
  if (!own.some(({ subject }) => subject === verified.claims.sub)) return refused('Token does not match robot');
  return json(200, { token: quay.robotTokens.issue([], robot, quay.lifetime.robot) });
}

function refused(error: string): Answer {
  return json(401, { error });
}
