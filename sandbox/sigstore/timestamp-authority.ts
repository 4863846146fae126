import {
  authorityKeyId,
  createAuthority,
  digitalSignature,
  distinguishedName,
  encodeTbs,
  extendedUsage,
  newSerial,
  signCertificate,
  subjectKeyId,
} from './certificates.js';
import { encodeDer, integer, nothing, octets, oid, sequence, set, tagged, time } from './der.js';
import { createKeyPair, sha256, signBytes } from './keys.js';

/** RFC 3161: signs that it has seen the hash of some bytes, and when. */
export interface TimestampAuthority {
  readonly url: string;
  /** DER, the signing certificate first. */
  readonly chain: readonly Buffer[];
  /** A TimeStampResp over these bytes (the signature of a bundle). */
  timestamp(bytes: Uint8Array, at: Date): Buffer;
}

const SHA_256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing());
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export function createTimestampAuthority(organization: string, url: string): TimestampAuthority {
  const authority = createAuthority(organization, 'tsa-root');
  const keys = createKeyPair('P-256');
  const serial = newSerial();
  const tbs = encodeTbs({
    subject: distinguishedName(organization, 'tsa'),
    issuer: authority.name,
    spki: keys.spki,
    from: new Date('2020-01-01T00:00:00Z'),
    to: new Date('2070-01-01T00:00:00Z'),
    serial,
    extensions: [
      digitalSignature(),
      extendedUsage('1.3.6.1.5.5.7.3.8'),
      subjectKeyId(keys.spki),
      authorityKeyId(authority.keyId),
    ],
  });
  return {
    url,
    chain: [signCertificate(tbs, authority.keys), ...authority.chain],
    timestamp(bytes, at) {
      const info = sequence(
        integer(1),
        oid('1.3.6.1.4.1.57264.2'),
        sequence(SHA_256, octets(sha256(bytes))),
        integer(newSerial()),
        time(at),
      );
      const attributes = [
        sequence(oid('1.2.840.113549.1.9.3'), set(oid(TST_INFO))),
        sequence(oid('1.2.840.113549.1.9.4'), set(octets(sha256(info)))),
      ];
      const signer = sequence(
        integer(1),
        sequence(authority.name, integer(serial)),
        SHA_256,
        tagged(0, ...attributes),
        sequence(oid('1.2.840.10045.4.3.2')),
        octets(signBytes(keys, encodeDer(0x31, ...attributes))),
      );
      const signedData = sequence(
        integer(3),
        set(SHA_256),
        sequence(oid(TST_INFO), tagged(0, octets(info))),
        set(signer),
      );
      return sequence(sequence(integer(0)), sequence(oid('1.2.840.113549.1.7.2'), tagged(0, signedData)));
    },
  };
}
