import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { asFailure, usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { VerificationKey } from './policy.js';

/** The hashes that signers take with a key, by its curve; others take SHA-256, Ed25519 none. */
const curveHashes: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['sha256'],
  secp384r1: ['sha256', 'sha384'],
  secp521r1: ['sha256', 'sha512'],
};

/**
 * Public keys in PEM (SubjectPublicKeyInfo), one after the other, as `cosign.pub` has one.
 * @throws Failure (usage) naming `signature-key` for what has none, or one that cannot be used
 */
export function parseKeys(text: string): readonly VerificationKey[] {
  const blocks = text.match(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g) ?? [];
  const rest = blocks.reduce((left, block) => left.replace(block, ''), text);
  if (blocks.length === 0 || /-----(?:BEGIN|END)/.test(rest)) {
    throw usageFailure(
      `${inputName('signature-key')}: no public key in PEM`,
      'Give the content of cosign.pub, which begins with -----BEGIN PUBLIC KEY-----, or the path of such a file.',
    );
  }
  return blocks.map(parseKey);
}

function parseKey(pem: string): VerificationKey {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? '';
  if (label !== 'PUBLIC KEY') {
    throw usageFailure(
      `${inputName('signature-key')}: it is a ${label}, not a PUBLIC KEY`,
      label.includes('PRIVATE')
        ? 'Keep the private key secret: replace it if it was published. Give the public one, as `cosign public-key` prints it.'
        : 'Give a public key in PEM, as `cosign public-key` prints it.',
    );
  }
  const key = readKey(pem);
  const fault = faultOf(key);
  if (fault !== undefined) {
    throw usageFailure(
      `${inputName('signature-key')}: ${fault}`,
      'Keys that can be used: ECDSA on P-256, P-384 or P-521, RSA of 2048 bits or more, Ed25519.',
    );
  }
  return { key, fingerprint: fingerprintOf(key) };
}

function readKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (thrown) {
    throw usageFailure(
      `${inputName('signature-key')}: the key cannot be read: ${asFailure(thrown).reason}`,
      'Give a public key in PEM, as `cosign public-key` prints it.',
    );
  }
}

function faultOf({ asymmetricKeyType: type, asymmetricKeyDetails = {} }: KeyObject): string | undefined {
  const { namedCurve = '', modulusLength = 0 } = asymmetricKeyDetails;
  if (type === 'ed25519') return undefined;
  if (type === 'rsa') return modulusLength < 2048 ? `an RSA key of ${modulusLength} bits is too short` : undefined;
  if (type === 'ec') return namedCurve in curveHashes ? undefined : `no signer uses the curve ${namedCurve}`;
  return `no signer uses keys of type ${type ?? 'unknown'}`;
}

export function fingerprintOf(key: KeyObject): string {
  return `sha256:${createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')}`;
}

export function hasSigned({ key }: VerificationKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  const hashes =
    asymmetricKeyType === 'ed25519' ? [null] : (curveHashes[asymmetricKeyDetails?.namedCurve ?? ''] ?? ['sha256']);
  return hashes.some((hash) => verify(hash, bytes, key, signature));
}
