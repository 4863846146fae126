import { extension } from './certificates.js';
import { type Der, octets } from './der.js';
import { createKeyPair, type KeyPair, sha256, signBytes } from './keys.js';

/** A log of certificates (RFC 6962): its promise to show one is part of the certificate. */
export interface CtLog {
  readonly url: string;
  readonly keys: KeyPair;
  readonly id: Buffer;
  /** The extension with one timestamp over a certificate that does not have it yet. */
  timestamps(tbs: Der, issuerSpki: Buffer, at: Date): Der;
}

export function createCtLog(url: string): CtLog {
  const keys = createKeyPair('P-256');
  const id = sha256(keys.spki);
  return {
    url,
    keys,
    id,
    timestamps(tbs, issuerSpki, at) {
      const date = uint(8, at.getTime());
      // RFC 6962 §3.2: version, signature type, time, entry type "precertificate", issuer, certificate, no extensions.
      const signed = Buffer.concat([
        Buffer.from([0, 0]),
        date,
        uint(2, 1),
        sha256(issuerSpki),
        uint(3, tbs.length),
        tbs,
        uint(2, 0),
      ]);
      const signature = signBytes(keys, signed);
      const one = Buffer.concat([
        Buffer.from([0]),
        id,
        date,
        uint(2, 0),
        Buffer.from([4, 3]),
        uint(2, signature.length),
        signature,
      ]);
      const list = Buffer.concat([uint(2, one.length), one]);
      return extension('1.3.6.1.4.1.11129.2.4.2', octets(Buffer.concat([uint(2, list.length), list])));
    },
  };
}

function uint(bytes: number, value: number): Buffer {
  const all = Buffer.alloc(8);
  all.writeBigUInt64BE(BigInt(value));
  return all.subarray(8 - bytes);
}
