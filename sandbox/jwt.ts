import { createHmac } from 'node:crypto';

/** A JWT. @param sign the signature of `header.payload`, by the header's `alg` */
export function encodeJwt(header: object, claims: object, sign: (content: string) => Buffer): string {
  const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${content}.${sign(content).toString('base64url')}`;
}

/** A JWT that only its issuer can verify (HS256). */
export function privateJwt(claims: object, key: Buffer): string {
  const sign = (content: string): Buffer => createHmac('sha256', key).update(content).digest();
  return encodeJwt({ alg: 'HS256', typ: 'JWT' }, claims, sign);
}
