import { randomUUID } from 'node:crypto';
import { type Answer, type Host, type IncomingRequest, json, text } from '../../exchange.js';
import { readForm, strangeField } from '../../forms.js';
import type { OidcIssuer } from '../../oidc/issuer.js';
import type { AwsFailure } from './authentication.js';
import type { AwsIdentities } from './identities.js';
import { assumeRole, type RoleRequest, type RoleSession } from './roles.js';

const VERSION = '2011-06-15';
const NAMESPACE = `https://sts.amazonaws.com/doc/${VERSION}/`;
const OPERATION = 'AssumeRoleWithWebIdentity';
const FIELDS: Readonly<Record<string, RegExp>> = {
  Action: /^AssumeRoleWithWebIdentity$/,
  Version: new RegExp(`^${VERSION}$`),
  RoleArn: /^.{20,2048}$/,
  RoleSessionName: /^[\w+=,.@-]{2,64}$/,
  WebIdentityToken: /^.{4,20000}$/,
  DurationSeconds: /^\d+$/,
};
const FORBIDDEN = ['AccessDenied', 'IDPRejectedClaim'];

/** STS with one operation, AssumeRoleWithWebIdentity, which takes no signature. */
export function createSts(identities: AwsIdentities, issuers: readonly OidcIssuer[]): Record<string, Host> {
  const host: Host = async (request) => {
    if (identities.throttle.refuses()) return answer(request, { failure: 'Throttling', message: 'Rate exceeded' });
    const asked = roleRequest(request, await readForm(request));
    const outcome = 'failure' in asked ? asked : assumeRole(identities, issuers, asked);
    return answer(request, outcome);
  };
  const names = [
    'sts.amazonaws.com',
    'sts.eu-central-1.amazonaws.com',
    'sts.eu-central-1.api.aws',
    'sts.us-east-1.amazonaws.com',
    'sts.us-east-1.api.aws',
    'sts-fips.us-east-1.amazonaws.com',
    'sts-fips.us-east-1.api.aws',
    'sts.cn-north-1.amazonaws.com.cn',
    'sts.cn-north-1.api.amazonwebservices.com.cn',
    'sts.eusc-de-east-1.amazonaws.eu',
    'sts.eusc-de-east-1.api.amazonwebservices.eu',
  ];
  return Object.fromEntries(names.map((name) => [name, host]));
}

/** Stricter than AWS: a signature, or a field that the operation does not have, is an error. */
function roleRequest({ path, headers }: IncomingRequest, form: URLSearchParams | undefined): RoleRequest | AwsFailure {
  if (path !== '/' || form === undefined) return invalid('the request is no form that was posted to /');
  if (headers.authorization !== undefined) return invalid('the request is signed');
  const strange = strangeField(form, Object.keys(FIELDS));
  if (strange !== undefined) return invalid(`'${strange}' is unknown or repeated`);
  for (const [name, pattern] of Object.entries(FIELDS)) {
    const value = form.get(name);
    const missing = value === null && name !== 'DurationSeconds';
    if (missing || (value !== null && !pattern.test(value))) return invalid(constraint(name, value));
  }
  const seconds = Number(form.get('DurationSeconds') ?? 3600);
  if (seconds < 900 || seconds > 43_200) return invalid(constraint('DurationSeconds', String(seconds)));
  const field = (name: string): string => form.get(name) ?? '';
  const [roleArn, sessionName, token] = [field('RoleArn'), field('RoleSessionName'), field('WebIdentityToken')];
  return { roleArn, sessionName, token, seconds };
}

function constraint(name: string, value: string | null): string {
  const shown = name === 'WebIdentityToken' ? '(hidden)' : value;
  return `1 validation error detected: Value '${shown}' at '${name[0]?.toLowerCase()}${name.slice(1)}' failed to satisfy constraint`;
}

function invalid(message: string): AwsFailure {
  return { failure: 'ValidationError', message };
}

/** XML, or JSON where the request accepts it. Dates in JSON are seconds. */
function answer({ headers }: IncomingRequest, outcome: RoleSession | AwsFailure): Answer {
  const RequestId = randomUUID();
  const asJson = headers.accept === 'application/json';
  if ('failure' in outcome) {
    const status = FORBIDDEN.includes(outcome.failure) ? 403 : 400;
    const error = { Error: { Type: 'Sender', Code: outcome.failure, Message: outcome.message }, RequestId };
    return asJson ? json(status, error) : xml(status, 'ErrorResponse', error);
  }
  const { accessKey, secret, sessionToken, expires, arn, claims } = outcome;
  const result = {
    SubjectFromWebIdentityToken: claims.sub,
    Audience: [claims.aud].flat()[0],
    AssumedRoleUser: { Arn: arn, AssumedRoleId: `AROA3XFRBF535PLBIFPI4:${arn.split('/').at(-1)}` },
    Credentials: {
      SessionToken: sessionToken,
      SecretAccessKey: secret,
      Expiration: asJson ? expires.getTime() / 1000 : expires.toISOString().replace(/\.\d+/, ''),
      AccessKeyId: accessKey,
    },
    Provider: claims.iss,
  };
  const body = { [`${OPERATION}Result`]: result, ResponseMetadata: { RequestId } };
  return asJson ? json(200, { [`${OPERATION}Response`]: body }) : xml(200, `${OPERATION}Response`, body);
}

function xml(status: number, root: string, content: object): Answer {
  const body = `<${root} xmlns="${NAMESPACE}">\n${elements(content)}</${root}>\n`;
  return text(status, body, { 'content-type': 'text/xml' });
}

function elements(content: object): string {
  return Object.entries(content)
    .map(([name, value]) => {
      const inner = typeof value === 'object' && value !== null ? `\n${elements(value)}` : escaped(String(value));
      return `<${name}>${inner}</${name}>\n`;
    })
    .join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
