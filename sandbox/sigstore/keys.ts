import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type KeyType = 'P-256' | 'P-384' | 'P-521' | 'RSA' | 'Ed25519';

export interface KeyPair {
  readonly type: KeyType;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** `cosign.pub`: SubjectPublicKeyInfo in PEM. */
  readonly pem: string;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Buffer;
}

export function createKeyPair(type: KeyType = 'P-256'): KeyPair {
  const { publicKey, privateKey } = generate(type);
  return {
    type,
    publicKey,
    privateKey,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    spki: publicKey.export({ type: 'spki', format: 'der' }),
  };
}

function generate(type: KeyType): { publicKey: KeyObject; privateKey: KeyObject } {
  if (type === 'RSA') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (type === 'Ed25519') return generateKeyPairSync('ed25519');
  return generateKeyPairSync('ec', { namedCurve: type });
}

/** The hash that cosign takes with a key; Ed25519 hashes by itself. */
export type SignatureHash = 'sha256' | 'sha384' | 'sha512';

export function signBytes({ type, privateKey }: KeyPair, bytes: Uint8Array, hash: SignatureHash = 'sha256'): Buffer {
  return sign(type === 'Ed25519' ? null : hash, bytes, privateKey);
}

export const sha256 = (...bytes: readonly Uint8Array[]): Buffer =>
  bytes.reduce((hash, some) => hash.update(some), createHash('sha256')).digest();

export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}
