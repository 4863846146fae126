import {
  authorityKeyId,
  type CertificateAuthority,
  createAuthority,
  digitalSignature,
  encodeTbs,
  extendedUsage,
  extension,
  newSerial,
  signCertificate,
  subjectKeyId,
} from './certificates.js';
import type { CtLog } from './ct-log.js';
import { ascii, type Der, sequence, utf8 } from './der.js';
import { createKeyPair, type KeyPair } from './keys.js';

const FULCIO = '1.3.6.1.4.1.57264.1';
const LIFETIME = 10 * 60 * 1000;

/** The claims of an ID token, as Fulcio writes them into the certificate (docs/oid-info.md of sigstore/fulcio). */
export interface Claims {
  /** A URI; with an `@` and no scheme, an e-mail address. */
  readonly subject: string;
  readonly issuer: string;
  /** Build signer URI (.9): the called workflow. */
  readonly buildSigner?: string | undefined;
  readonly runner?: string | undefined;
  /** Source repository URI (.12), its commit (.13), ref (.14). */
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
  readonly ref?: string | undefined;
  /** Build config URI (.18): the workflow at the top. */
  readonly buildConfig?: string | undefined;
  readonly trigger?: string | undefined;
  readonly run?: string | undefined;
}

export interface Fulcio {
  readonly authority: CertificateAuthority;
  /** A key pair and a certificate for it, valid for ten minutes from `at`. */
  certify(claims: Claims, at: Date, more?: CertifyOptions): CertifiedKey;
}

export interface CertifyOptions {
  /** Without an entry in the log of certificates. */
  readonly unlogged?: boolean;
  /** Extensions of the given object identifiers replaced by these bytes, which need be no DER. */
  readonly raw?: Readonly<Record<string, Uint8Array>>;
  readonly keys?: KeyPair;
}

export interface CertifiedKey {
  readonly keys: KeyPair;
  /** Since when the certificate is valid. */
  readonly from: Date;
  /** DER. */
  readonly certificate: Buffer;
  /** DER, the authority below the root first. */
  readonly chain: readonly Buffer[];
}

export function createFulcio(organization: string, log: CtLog | undefined): Fulcio {
  const authority = createAuthority(organization, 'sigstore-intermediate', createAuthority(organization, 'sigstore'));
  return {
    authority,
    certify(claims, at, { unlogged = false, raw = {}, keys = createKeyPair('P-256') } = {}) {
      const extensions = [
        digitalSignature(),
        extendedUsage('1.3.6.1.5.5.7.3.3'),
        subjectKeyId(keys.spki),
        authorityKeyId(authority.keyId),
        extension('2.5.29.17', sequence(generalName(claims.subject)), true),
        ...fulcioExtensions(claims, raw),
      ];
      const parts = {
        subject: sequence(),
        issuer: authority.name,
        spki: keys.spki,
        from: at,
        to: new Date(at.getTime() + LIFETIME),
        serial: newSerial(),
      };
      const tbs = encodeTbs({ ...parts, extensions });
      const timestamps = log === undefined || unlogged ? [] : [log.timestamps(tbs, authority.keys.spki, at)];
      const certificate = signCertificate(
        encodeTbs({ ...parts, extensions: [...extensions, ...timestamps] }),
        authority.keys,
      );
      return { keys, from: at, certificate, chain: authority.chain };
    },
  };
}

function generalName(subject: string): Der {
  return subject.includes('://') ? ascii(0x86, subject) : ascii(0x81, subject);
}

function fulcioExtensions(claims: Claims, raw: Readonly<Record<string, Uint8Array>>): Der[] {
  const values: Readonly<Record<string, string | undefined>> = {
    8: claims.issuer,
    9: claims.buildSigner,
    11: claims.runner,
    12: claims.repository,
    13: claims.commit,
    14: claims.ref,
    18: claims.buildConfig,
    20: claims.trigger,
    21: claims.run,
  };
  const old = extension(`${FULCIO}.1`, Buffer.from(claims.issuer));
  const modern = Object.entries(values).flatMap(([arc, value]) => {
    const bytes = raw[arc] ?? (value === undefined ? undefined : utf8(value));
    return bytes === undefined ? [] : [extension(`${FULCIO}.${arc}`, bytes)];
  });
  return [old, ...modern];
}
