import type { CtLog } from './ct-log.js';
import type { Fulcio } from './fulcio.js';
import type { KeyPair } from './keys.js';
import type { Rekor } from './rekor.js';
import type { TimestampAuthority } from './timestamp-authority.js';

export interface Instance {
  readonly organization: string;
  readonly fulcio: Fulcio;
  readonly ctLog: CtLog | undefined;
  readonly logs: readonly Rekor[];
  readonly authority: TimestampAuthority | undefined;
}

/** `trusted_root.json`: the trusted keys and authorities, and their validity. */
export interface TrustedRoot {
  readonly mediaType: string;
  readonly tlogs: readonly LogInstance[];
  readonly certificateAuthorities: readonly AuthorityInstance[];
  readonly ctlogs: readonly LogInstance[];
  readonly timestampAuthorities: readonly AuthorityInstance[];
}

interface LogInstance {
  readonly baseUrl: string;
  readonly hashAlgorithm: string;
  readonly publicKey: { readonly rawBytes: string; readonly keyDetails: string; readonly validFor: Period };
  readonly logId: { readonly keyId: string };
}

interface AuthorityInstance {
  readonly uri: string;
  readonly subject: { readonly organization: string; readonly commonName: string };
  readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
  readonly validFor: Period;
}

export interface Period {
  readonly start: string;
  readonly end?: string;
}

export function createTrustedRoot(
  { organization, fulcio, ctLog, logs, authority }: Instance,
  validFor: Period = { start: '2020-01-01T00:00:00Z' },
): TrustedRoot {
  const authorityOf = (uri: string, chain: readonly Buffer[]): AuthorityInstance => ({
    uri,
    subject: { organization, commonName: 'sigstore' },
    certChain: { certificates: chain.map((der) => ({ rawBytes: der.toString('base64') })) },
    validFor,
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: logs.map(({ url, keys, keyId }) => logOf(url, keys, keyId, validFor)),
    certificateAuthorities: [authorityOf('https://fulcio.sandbox.test', fulcio.authority.chain)],
    ctlogs: ctLog === undefined ? [] : [logOf(ctLog.url, ctLog.keys, ctLog.id, validFor)],
    timestampAuthorities: authority === undefined ? [] : [authorityOf(authority.url, authority.chain)],
  };
}

function logOf(baseUrl: string, { spki, type }: KeyPair, keyId: Buffer, validFor: Period): LogInstance {
  const keyDetails = type === 'Ed25519' ? 'PKIX_ED25519' : 'PKIX_ECDSA_P256_SHA_256';
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: spki.toString('base64'), keyDetails, validFor },
    logId: { keyId: keyId.toString('base64') },
  };
}
