import type { Bundle } from '@sigstore/bundle';
import { RFC3161Timestamp, type X509Certificate } from '@sigstore/core';
import type { Trust } from './trusted-roots.js';

interface Period {
  readonly validFor: { readonly start: Date; readonly end: Date };
}

/**
 * The witnesses of a signature that could not be verified, and that are not in the trusted root, or not for that time.
 * The times are those that the signature claims.
 * @returns a reason for the reader; undefined where the trusted root has them all
 */
export function unknownWitness(bundle: Bundle, certificate: X509Certificate, trust: Trust): string | undefined {
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  const times: Date[] = [];
  for (const { logId, integratedTime } of tlogEntries) {
    const time = integratedTime === '0' ? undefined : new Date(Number(integratedTime) * 1000);
    if (time) times.push(time);
    const logs = trust.tlogs.filter(({ logID }) => logID.equals(logId.keyId));
    const fault = faultOf(logs, time);
    if (fault) return `its entry is in the log ${logId.keyId.toString('hex')}, which ${fault}`;
  }
  for (const { signedTimestamp } of timestampVerificationData?.rfc3161Timestamps ?? []) {
    const found = readTimestamp(signedTimestamp);
    if (found === undefined) return undefined;
    times.push(found.time);
    const fault = faultOf(trust.timestampAuthorities.filter(found.isFrom), found.time);
    if (fault) return `its timestamp is from an authority that ${fault}`;
  }
  for (const { logID, datetime } of timestampsOf(certificate)) {
    const logs = trust.ctlogs.filter((log) => log.logID.equals(logID));
    const fault = faultOf(logs, datetime);
    if (fault) return `its certificate is in the log ${logID.toString('hex')}, which ${fault}`;
  }
  const keyId = certificate.extAuthorityKeyID?.keyIdentifier;
  const authorities = trust.certificateAuthorities.filter(({ certChain }) =>
    certChain.some(({ extSubjectKeyID }) => keyId !== undefined && extSubjectKeyID?.keyIdentifier.equals(keyId)),
  );
  const fault = (times.length > 0 ? times : [undefined]).map((time) => faultOf(authorities, time)).find(Boolean);
  return fault && `its certificate is from an authority that ${fault}`;
}

function faultOf(witnesses: readonly Period[], time: Date | undefined): string | undefined {
  if (witnesses.length === 0) return 'is not in the trusted root';
  if (time === undefined) return undefined;
  const trusted = witnesses.some(({ validFor }) => validFor.start <= time && time <= validFor.end);
  return trusted ? undefined : 'the trusted root does not trust for that time';
}

function readTimestamp(der: Uint8Array) {
  try {
    const timestamp = RFC3161Timestamp.parse(Buffer.from(der));
    const { signerIssuer, signerSerialNumber, signingTime } = timestamp;
    const isFrom = ({ certChain: [leaf] }: Trust['timestampAuthorities'][number]) =>
      leaf?.issuer.equals(signerIssuer) === true && leaf.serialNumber.equals(signerSerialNumber);
    return { time: signingTime, isFrom };
  } catch {
    return undefined;
  }
}

function timestampsOf(certificate: X509Certificate) {
  try {
    return certificate.extSCT?.signedCertificateTimestamps ?? [];
  } catch {
    return [];
  }
}
