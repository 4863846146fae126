/**
 * A manifest that tags are on, as the policy looks at it: keep or delete is decided for all its tags at
 * once.
 */
export interface TaggedImage {
  readonly digest: string;
  /** At least one. */
  readonly tags: readonly string[];
  /**
   * When it was pushed, where the registry reports it; else when it was created. Undefined: not known, or it cannot be
   * true.
   */
  readonly date: Date | undefined;
  /** When it was pulled last, or pushed where it was not pulled since; undefined: its registry does not report that. */
  readonly lastUse?: LastUse;
  /** Bytes to transfer, compressed; of an index mostly unknown. */
  readonly size?: number;
  /** The reason why the registry will not let it go: `v1.0 is immutable`. */
  readonly locked?: string;
  /**
   * The reason why it is of no use, or could not be put back: it stays, with what it needs, and does not count for
   * `keep`.
   */
  readonly unusable?: string;
}

export interface LastUse {
  readonly kind: 'pulled' | 'pushed';
  readonly at: Date;
}

/** The other manifests that a manifest names. */
export interface Links {
  /** The digests that an index lists. */
  readonly children: readonly string[];
  /** The digest of the manifest that this one refers to: a signature, an SBOM, an attestation. */
  readonly subject: string | undefined;
}

/** By digest; a manifest that is not in it lists nothing and refers to nothing. */
export type Graph = ReadonlyMap<string, Links>;

/** The contents of a repository. */
export interface Contents {
  readonly images: readonly TaggedImage[];
  /** Of every manifest in `images` that lists or refers to others, and of the indexes that they list. */
  readonly graph: Graph;
  /** Digests of manifests without tags, where the registry lists them. */
  readonly untagged?: readonly string[];
  /** True: with the last tag of a manifest the registry deletes the tags of its signatures. */
  readonly takesSignatures?: boolean;
}

/** Tags that a registry may delete with the last tag of what they are about: cosign's, and no others. */
export function isSignatureTag(tag: string): boolean {
  return /\.(?:sig|att|sbom)$/.test(tag) && subjectOfTag(tag) !== undefined;
}

/**
 * `sha256-<hex>`, where clients keep referrers, and cosign's tags with `.sig`, `.att`, `.sbom` or another word behind.
 * Of sha512 the referrers tag schema has the first half only: its subject is unknown, and so it stays.
 */
const referrerTag = /^(?:(sha256)-([0-9a-f]{64})|(sha512)-([0-9a-f]{64}(?:[0-9a-f]{64})?))(?:\.[\w.-]+)?$/;

/** The digest that a tag of this kind is about; undefined for an ordinary tag. */
export function subjectOfTag(tag: string): string | undefined {
  const match = referrerTag.exec(tag);
  if (match === null) return undefined;
  return `${match[1] ?? match[3]}:${match[2] ?? match[4]}`;
}
