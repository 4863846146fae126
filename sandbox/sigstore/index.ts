import { type Bundle, type BundleParts, createBundle, type Signer } from './bundles.js';
import { createCtLog } from './ct-log.js';
import { type CertifiedKey, type CertifyOptions, type Claims, createFulcio } from './fulcio.js';
import { createAttestation, createSimpleSigning, type Layer, type LayerParts, simpleSigningPayload } from './layers.js';
import { createRekor, type Rekor } from './rekor.js';
import type { Statement } from './statements.js';
import { createTimestampAuthority } from './timestamp-authority.js';
import { createTrustedRoot, type Period, type TrustedRoot } from './trusted-root.js';

export type { Bundle, Content, Signer } from './bundles.js';
export type { CertifiedKey, Claims } from './fulcio.js';
export { createKeyPair, type KeyPair, type KeyType, toPem } from './keys.js';
export { type Layer, simpleSigningPayload } from './layers.js';
export * from './statements.js';
export type { TrustedRoot } from './trusted-root.js';

/** The log of an entry, and the source of its time. */
export interface Proof {
  /** The log that has it; the instance's own by default: v1 of the public good, none of GitHub. */
  readonly log?: 1 | 2 | 'none';
  /** With a timestamp of the authority; without a log of v1, that is the default. */
  readonly timestamp?: boolean;
  /** When it is signed: by default when the certificate begins, or now. */
  readonly at?: Date;
}

/** An instance of Sigstore that lives in the process: authorities and logs with keys of their own. */
export interface Sigstore {
  trustedRoot(validFor?: Period): TrustedRoot;
  /** A certificate for the identity in the ID token, valid for ten minutes from `at` (default: now). */
  certify(claims: Claims, options?: CertifyOptions & { readonly at?: Date }): CertifiedKey;
  bundle(content: BundleParts['content'], signer: Signer, options?: Proof & BundleOptions): Bundle;
  /** cosign 1 and 2: a layer of the tag `.sig`. */
  simpleSigning(payload: Buffer | string, signer: Signer, options?: Proof & LayerOptions): Layer;
  /** cosign 1 and 2: a layer of the tag `.att`. */
  attestation(statement: Statement, signer: Signer, options?: Proof & LayerOptions): Layer;
}

type BundleOptions = Partial<Pick<BundleParts, 'version' | 'hash' | 'entry'>>;
type LayerOptions = Pick<LayerParts, 'hash' | 'entry'>;

/**
 * The public-good instance has two logs and one of certificates; GitHub's has one timestamp and no log.
 * @param organization the one in the names of its authorities: `sigstore.dev`, `GitHub, Inc.` or one's own
 */
export function createSigstore(organization = 'sigstore.dev'): Sigstore {
  const github = organization === 'GitHub, Inc.';
  const ctLog = github ? undefined : createCtLog('https://ctfe.sandbox.test/2022');
  const fulcio = createFulcio(organization, ctLog);
  const logs: Rekor[] = github
    ? []
    : [createRekor(1, 'rekor.sandbox.test'), createRekor(2, 'log2025.rekor.sandbox.test')];
  const authority = createTimestampAuthority(organization, 'https://timestamp.sandbox.test/api/v1/timestamp');

  const prove = (signer: Signer, { log = github ? 'none' : 1, timestamp = log !== 1, at }: Proof) => ({
    log: logs.find(({ version }) => version === log),
    authority: timestamp ? authority : undefined,
    at: at ?? ('from' in signer ? signer.from : new Date()),
  });
  return {
    trustedRoot: (validFor) => createTrustedRoot({ organization, fulcio, ctLog, logs, authority }, validFor),
    certify: (claims, { at = new Date(), ...options } = {}) => fulcio.certify(claims, at, options),
    bundle: (content, signer, { version = '0.3', hash, entry, ...proof } = {}) =>
      createBundle({ content, signer, version, hash, entry, ...prove(signer, proof) }),
    simpleSigning: (payload, signer, { hash, entry, ...proof } = {}) =>
      createSimpleSigning(typeof payload === 'string' ? simpleSigningPayload(payload) : payload, {
        signer,
        hash,
        entry,
        ...prove(signer, proof),
      }),
    attestation: (statement, signer, { hash, entry, ...proof } = {}) =>
      createAttestation(statement, { signer, hash, entry, ...prove(signer, proof) }),
  };
}
