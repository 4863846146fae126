import { type ASN1Obj, X509Certificate } from '@sigstore/core';

/** What a certificate says of its holder (Fulcio's docs/oid-info.md). Said, not yet verified. */
export interface CertificateFacts {
  readonly certificate: X509Certificate;
  readonly identity: string;
  readonly issuer: string;
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
  const issuer = derText(certificate, 8) ?? certificate.extension(oldIssuer)?.value.toString('utf8');
  if (issuer === undefined) throw new Error('its certificate names no issuer of the identity');
  if (!usages(certificate).includes(codeSigning)) throw new Error('its certificate is not one for signing code');
  return {
    certificate,
    identity: identityOf(certificate),
    issuer,
    buildSigner: derText(certificate, 9),
    runner: derText(certificate, 11),
    repository: derText(certificate, 12),
    commit: derText(certificate, 13),
    buildConfig: derText(certificate, 18),
  };
}

/** Exactly one name, a URI (6) or an e-mail address (1), in ASCII: what else there is could be taken for another. */
function identityOf(certificate: X509Certificate): string {
  const names = childrenOf(certificate, subjectAltName);
  const [name] = names;
  if (names.length !== 1 || !(name?.tag.isContextSpecific(6) || name?.tag.isContextSpecific(1))) {
    throw new Error('its certificate does not have one URI or e-mail address as its name');
  }
  if (name.value.length === 0 || name.value.some((byte) => byte < 0x21 || byte > 0x7e)) {
    throw new Error('the name in its certificate is not plain ASCII');
  }
  return name.value.toString('latin1');
}

function usages(certificate: X509Certificate): readonly string[] {
  return childrenOf(certificate, extendedUsage).map((usage) => usage.toOID());
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
  if (text === undefined) throw new Error(`extension ${fulcio}.${arc} of its certificate is no text in DER`);
  return text;
}

/** undefined for what is no UTF8String, or does not have its length in the shortest form. */
function utf8Of(bytes: Uint8Array): string | undefined {
  const [tag, first = 0] = bytes;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = more === 0 || (more <= 2 && length >= (more === 1 ? 0x80 : 0x100));
  if (tag !== 0x0c || !shortest || bytes.length !== 2 + more + length) return undefined;
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2 + more));
}
