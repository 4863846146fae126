import type { IncomingRequest } from '../../exchange.js';
import { type AwsCaller, type AwsIdentities, callerOf } from './identities.js';
import { type SignatureParts, signatureOf, signatureParts } from './signature.js';

/** An error of AWS: its name without a namespace, and its words. */
export interface AwsFailure {
  readonly failure: string;
  readonly message: string;
}

const SKEW_MS = 5 * 60 * 1000;
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
  'and signing method. Consult the service documentation for details.';

/** Checks a request's signature (version 4): scope, time, signed headers, credentials, and every byte that is signed. */
export function authenticate(
  identities: AwsIdentities,
  request: IncomingRequest,
  body: string,
  expected: { readonly region: string; readonly service: string },
): AwsCaller | AwsFailure {
  const { headers, method, path } = request;
  if (headers.authorization === undefined)
    return failed('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const parts = signatureParts(headers.authorization);
  if (parts === undefined) {
    return failed(
      'IncompleteSignatureException',
      `'${headers.authorization}' not a valid key=value pair (missing equal-sign) in Authorization header.`,
    );
  }
  const refused =
    wrongScope(parts, expected) ?? wrongTime(parts, headers['x-amz-date'] ?? '') ?? wrongHeaders(parts, headers);
  if (refused !== undefined) return refused;
  const secret = identities.secrets.get(parts.accessKey);
  const key = identities.keys.get(parts.accessKey);
  if (secret === undefined || key?.sessionToken !== headers['x-amz-security-token']) {
    return failed('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }
  if (signatureOf({ method, path, headers, body }, parts, secret) !== parts.signature) {
    return failed('InvalidSignatureException', MISMATCH);
  }
  if (key?.expires !== undefined && key.expires.getTime() <= Date.now()) {
    return failed('ExpiredTokenException', 'The security token included in the request is expired');
  }
  return callerOf(identities, parts.accessKey);
}

function wrongScope(
  { region, service }: SignatureParts,
  expected: { readonly region: string; readonly service: string },
): AwsFailure | undefined {
  if (region !== expected.region) {
    return failed('InvalidSignatureException', `Credential should be scoped to a valid region. `);
  }
  if (service === expected.service) return undefined;
  return failed('InvalidSignatureException', `Credential should be scoped to correct service: '${expected.service}'. `);
}

function wrongTime({ day }: SignatureParts, moment: string): AwsFailure | undefined {
  const [, date, ...rest] = /^(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(moment) ?? [];
  if (date === undefined) {
    return failed('IncompleteSignatureException', `Date must be in ISO-8601 'basic format'. Got '${moment}'.`);
  }
  if (date !== day) {
    return failed(
      'InvalidSignatureException',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${date}', from '${moment}'.`,
    );
  }
  const sent = Date.parse(`${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${rest.join(':')}Z`);
  const now = Date.now();
  if (Math.abs(now - sent) <= SKEW_MS) return undefined;
  const [past, relation] = sent < now ? ['Signature expired', 'earlier'] : ['Signature not yet current', 'later'];
  return failed('InvalidSignatureException', `${past}: ${moment} is now ${relation} than ${basic(now)} (5 min.)`);
}

/** Host and all that begins with `x-amz-` must be signed, each name lower case and in order. */
function wrongHeaders(
  { signedHeaders }: SignatureParts,
  headers: Readonly<Record<string, string>>,
): AwsFailure | undefined {
  const needed = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  const unsigned = needed.find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined) {
    return failed('InvalidSignatureException', `'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
  const absent = signedHeaders.some((name) => headers[name] === undefined);
  const inOrder = [...signedHeaders].sort().join() === signedHeaders.join();
  return absent || !inOrder ? failed('InvalidSignatureException', MISMATCH) : undefined;
}

function basic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function failed(failure: string, message: string): AwsFailure {
  return { failure, message };
}
