import { type ASN1Obj, X509Certificate } from '@sigstore/core';

/** The claims of a certificate about its holder (Fulcio's docs/oid-info.md). Claimed, not yet verified. */
export interface CertificateFacts {
  readonly certificate: X509Certificate;
  /**
   * Subject alternative name: a URI or an e-mail address. Left out where it is of another kind, or there are several.
   */
  readonly identity?: string | undefined;
  /** OIDC issuer of the identity. GitHub's own signatures of releases have none. */
  readonly issuer?: string | undefined;
  /** The called workflow. */
  readonly buildSigner?: string | undefined;
  /** The workflow at the top. */
  readonly buildConfig?: string | undefined;
  readonly runner?: string | undefined;
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
}

const fulcio = '1.3.6.1.4.1.57264.1';
const oldIssuer = `${fulcio}.1`;
const subjectAltName = '2.5.29.17';
const extendedUsage = '2.5.29.37';
const codeSigning = '1.3.6.1.5.5.7.3.3';

/** @throws Error for a certificate that cannot be understood completely */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const certificate = X509Certificate.parse(Buffer.from(der));
  return {
    certificate,
    identity: identityOf(certificate),
    issuer: derText(certificate, 8) ?? certificate.extension(oldIssuer)?.value.toString('utf8'),
    buildSigner: derText(certificate, 9),
    runner: derText(certificate, 11),
    repository: derText(certificate, 12),
    commit: derText(certificate, 13),
    buildConfig: derText(certificate, 18),
  };
}

/** Exactly one name, a URI (6) or an e-mail address (1), in ASCII: another could be taken for one that it is not. */
function identityOf(certificate: X509Certificate): string | undefined {
  const names = childrenOf(certificate, subjectAltName);
  const [name] = names;
  if (names.length !== 1 || !(name?.tag.isContextSpecific(6) || name?.tag.isContextSpecific(1))) return undefined;
  return name.value.every((byte) => byte > 0x20 && byte < 0x7f) ? name.value.toString('latin1') : undefined;
}

export function isForSigningCode(certificate: X509Certificate): boolean {
  return childrenOf(certificate, extendedUsage).some((usage) => usage.toOID() === codeSigning);
}

/** The elements of the sequence that an extension holds. */
function childrenOf(certificate: X509Certificate, oid: string): readonly ASN1Obj[] {
  return certificate.extension(oid)?.valueObj.subs[0]?.subs ?? [];
}

/** An extension of Fulcio's from .8 on: a UTF8String in DER. */
function derText(certificate: X509Certificate, arc: number): string | undefined {
  const bytes = certificate.extension(`${fulcio}.${arc}`)?.value;
  if (bytes === undefined) return undefined;
  const text = utf8Of(bytes);
  if (text === undefined) throw new Error(`extension ${fulcio}.${arc} of its certificate is not text in DER`);
  return text;
}

/** undefined for anything except a UTF8String with its length in the shortest form. */
function utf8Of(bytes: Uint8Array): string | undefined {
  const [tag, first = 0] = bytes;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = more === 0 || (more <= 2 && length >= (more === 1 ? 0x80 : 0x100));
  if (tag !== 0x0c || !shortest || bytes.length !== 2 + more + length) return undefined;
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2 + more));
}
