import { randomBytes } from 'node:crypto';
import {
  bits,
  boolean,
  type Der,
  encodeDer,
  integer,
  octets,
  oid,
  sequence,
  set,
  tagged,
  utf8,
  validityTime,
} from './der.js';
import { createKeyPair, type KeyPair, sha256, signBytes } from './keys.js';

/** RFC 5280. Subject and issuer are names of an organization and a common name, or empty. */
export interface CertificateParts {
  readonly subject: Der;
  readonly issuer: Der;
  readonly spki: Buffer;
  readonly from: Date;
  readonly to: Date;
  readonly extensions: readonly Der[];
  readonly serial?: Buffer;
}

export interface CertificateAuthority {
  readonly keys: KeyPair;
  readonly name: Der;
  readonly keyId: Buffer;
  /** Its own certificate and those above it, the root last. */
  readonly chain: readonly Buffer[];
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
const centuries = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2070-01-01T00:00:00Z') };

export function distinguishedName(organization: string, commonName: string): Der {
  return sequence(set(sequence(oid('2.5.4.10'), utf8(organization))), set(sequence(oid('2.5.4.3'), utf8(commonName))));
}

export function extension(id: string, value: Uint8Array, critical = false): Der {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

export const authorityKeyId = (keyId: Buffer): Der => extension('2.5.29.35', sequence(encodeDer(0x80, keyId)));
export const subjectKeyId = (spki: Buffer): Der => extension('2.5.29.14', octets(sha256(spki).subarray(0, 20)));
export const digitalSignature = (): Der => extension('2.5.29.15', Buffer.from([0x03, 0x02, 0x07, 0x80]), true);
export const extendedUsage = (id: string): Der => extension('2.5.29.37', sequence(oid(id)), id.endsWith('.8'));

/** The part that is signed, and what the log of certificates has seen before its own timestamp was added. */
export function encodeTbs(parts: CertificateParts): Der {
  const serial = parts.serial ?? newSerial();
  return sequence(
    tagged(0, integer(2)),
    integer(serial),
    ecdsaWithSha256,
    parts.issuer,
    sequence(validityTime(parts.from), validityTime(parts.to)),
    parts.subject,
    parts.spki,
    tagged(3, sequence(...parts.extensions)),
  );
}

export function signCertificate(tbs: Der, issuerKeys: KeyPair): Buffer {
  return sequence(tbs, ecdsaWithSha256, bits(signBytes(issuerKeys, tbs)));
}

/** Positive, and in its shortest form. */
export function newSerial(): Buffer {
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  return serial;
}

/** A root, or an authority below one. */
export function createAuthority(
  organization: string,
  commonName: string,
  above?: CertificateAuthority,
): CertificateAuthority {
  const keys = createKeyPair('P-256');
  const name = distinguishedName(organization, commonName);
  const keyId = sha256(keys.spki).subarray(0, 20);
  const tbs = encodeTbs({
    subject: name,
    issuer: above?.name ?? name,
    spki: keys.spki,
    ...centuries,
    extensions: [
      extension('2.5.29.15', Buffer.from([0x03, 0x02, 0x01, 0x06]), true),
      extension('2.5.29.19', sequence(boolean(true)), true),
      subjectKeyId(keys.spki),
      ...(above ? [authorityKeyId(above.keyId)] : []),
    ],
  });
  const certificate = signCertificate(tbs, above?.keys ?? keys);
  return { keys, name, keyId, chain: [certificate, ...(above?.chain ?? [])] };
}
