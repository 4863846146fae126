import { randomBytes } from 'node:crypto';
import { type Claims, claimsOf, type OidcIssuer } from '../../oidc/issuer.js';
import { meetsPattern, type TokenFault, verifyIdToken } from '../../oidc/verification.js';
import type { AwsFailure } from './authentication.js';
import type { AwsIdentities } from './identities.js';

export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly token: string;
  readonly seconds: number;
}

/** Temporary credentials for a role. */
export interface RoleSession {
  readonly accessKey: string;
  readonly secret: string;
  readonly sessionToken: string;
  readonly expires: Date;
  /** Of the session. */
  readonly arn: string;
  readonly claims: Claims;
}

/**
 * Issues temporary credentials for a role that trusts the ID token. An error names the fault in issuer, signature, time
 * or audience; it does not distinguish a subject that the trust policy refuses from a role that does not exist.
 */
export function assumeRole(
  identities: AwsIdentities,
  issuers: readonly OidcIssuer[],
  { roleArn, sessionName, token, seconds }: RoleRequest,
): RoleSession | AwsFailure {
  const role = identities.roles.get(roleArn);
  const trusted = issuers.filter(({ url }) => role === undefined || url === role.issuer);
  const verified = verifyIdToken(trusted, token, role?.audiences ?? 'sts.amazonaws.com');
  if ('fault' in verified) return refusal(verified.fault, claimsOf(token) ?? {});
  const { claims } = verified;
  if (!role?.subjects.some((pattern) => meetsPattern(pattern, claims.sub))) {
    return { failure: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' };
  }
  const { maxSeconds = 3600, lastsSeconds = seconds } = role;
  if (seconds > maxSeconds) {
    const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    return { failure: 'ValidationError', message };
  }
  const [, account = '', name = ''] = /^arn:[^:]+:iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(roleArn) ?? [];
  const accessKey = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const secret = randomBytes(30).toString('base64');
  const sessionToken = randomBytes(600).toString('base64');
  const expires = new Date(Date.now() + lastsSeconds * 1000);
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}`;
  identities.secrets.set(accessKey, secret);
  identities.keys.set(accessKey, { account, arn, role: roleArn, sessionToken, expires });
  if (role.permissions !== undefined) identities.permissions.set(accessKey, role.permissions);
  return { accessKey, secret, sessionToken, expires, arn, claims };
}

function refusal(fault: TokenFault, { iss, exp }: Claims): AwsFailure {
  const invalid = (message: string): AwsFailure => ({ failure: 'InvalidIdentityToken', message });
  const now = Math.floor(Date.now() / 1000);
  switch (fault) {
    case 'expired':
      return {
        failure: 'ExpiredTokenException',
        message: `Token expired: current date/time ${now} must be before the expiration date/time ${exp}`,
      };
    case 'unknown issuer':
      return invalid(`No OpenIDConnect provider found in your account for ${iss}`);
    case 'wrong audience':
      return invalid('Incorrect token audience');
    case 'malformed':
      return invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
    case 'wrong signature':
    case 'not valid yet':
      return invalid(`The token could not be verified: ${fault}`);
  }
}
