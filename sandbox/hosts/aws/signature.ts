import { createHash, createHmac } from 'node:crypto';

/** A request as AWS Signature Version 4 sees it. Header names are lower case. */
export interface SignedRequest {
  readonly method: string;
  /** As it was sent, query included. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface SignatureParts {
  readonly accessKey: string;
  /** YYYYMMDD */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** As they are named, in their order. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const HEADER =
  /^AWS4-HMAC-SHA256 +Credential=([^/\s,]+)\/(\d{8})\/([^/\s,]+)\/([^/\s,]+)\/aws4_request, *SignedHeaders=([^\s,]+), *Signature=([0-9a-f]{64})$/;

/** `undefined` for a header of another form. */
export function signatureParts(authorization: string): SignatureParts | undefined {
  const [, accessKey, day, region, service, signed, signature] = HEADER.exec(authorization) ?? [];
  if (!(accessKey && day && region && service && signed && signature)) return undefined;
  return { accessKey, day, region, service, signedHeaders: signed.split(';'), signature };
}

/** The signature that this request should have, lower-case hexadecimal. */
export function signatureOf(
  request: SignedRequest,
  { day, region, service, signedHeaders }: Omit<SignatureParts, 'accessKey' | 'signature'>,
  secret: string,
): string {
  const scope = `${day}/${region}/${service}/aws4_request`;
  const moment = request.headers['x-amz-date'] ?? '';
  const toSign = [ALGORITHM, moment, scope, sha256(canonicalRequest(request, signedHeaders))].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secret}`);
  return hmac(key, toSign).toString('hex');
}

function canonicalRequest({ method, path, headers, body }: SignedRequest, signedHeaders: readonly string[]): string {
  const [pathname = '/', query = ''] = path.split('?');
  const named = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  // A path is encoded twice: it came encoded once.
  const uri = pathname.split('/').map(encode).join('/');
  return [method, uri, canonicalQuery(query), named.join(''), signedHeaders.join(';'), sha256(body)].join('\n');
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', value = ''] = part.split('=');
      return `${encode(decodeURIComponent(name))}=${encode(decodeURIComponent(value))}`;
    })
    .sort()
    .join('&');
}

/** All but RFC 3986's unreserved characters as `%XX`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
