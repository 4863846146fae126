/** The manifest that signatures are looked for. */
export interface Subject {
  /** `sha256:…` */
  readonly digest: string;
  /** The bytes of the manifest. Called only for a signature over the manifest itself, at most once. */
  manifest(): Promise<Uint8Array>;
}

interface Found {
  /** The place where it was found, for the reader: `tag sha256-….sig`, `referrer sha256:…`, `attestations of acme/app on GitHub`. */
  readonly place: string;
  /** The subject that the manifest around it names, where it names one. */
  readonly subject?: string | undefined;
}

/** A Sigstore bundle, v0.1 to v0.3: JSON. */
export interface BundleEvidence extends Found {
  readonly kind: 'bundle';
  readonly bytes: Uint8Array;
}

/** A layer of cosign 1 and 2, as its manifest has it: simple signing (`.sig`) or a DSSE envelope (`.att`). */
export interface LayerEvidence extends Found {
  readonly kind: 'simple-signing' | 'envelope';
  /** The layer's blob. */
  readonly bytes: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

export type Evidence = BundleEvidence | LayerEvidence;
