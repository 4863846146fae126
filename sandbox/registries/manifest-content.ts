import type { LedgerManifest } from './ledger.js';

/** The parts of a manifest that a registry service reads. */
export interface ManifestContent {
  readonly children: ReadonlySet<string>;
  /** The digest that it is a referrer of. */
  readonly subject: string | undefined;
  /** The config blob's digest; an index has none. */
  readonly config: string | undefined;
  readonly configType: string | undefined;
  readonly artifactType: string | undefined;
  /** Its own bytes, and those of the config, layers and children that it lists. */
  readonly size: number;
}

interface Part {
  readonly mediaType?: string;
  readonly digest: string;
  readonly size: number;
}

interface Content {
  readonly artifactType?: string;
  readonly config?: Part;
  readonly layers?: readonly Part[];
  readonly manifests?: readonly Part[];
  readonly subject?: Part;
}

const read = new WeakMap<Buffer, ManifestContent>();

/** Each manifest is read once. */
export function contentOf({ bytes }: LedgerManifest): ManifestContent {
  const known = read.get(bytes);
  if (known !== undefined) return known;
  const { artifactType, config, layers = [], manifests = [], subject }: Content = JSON.parse(bytes.toString('utf8'));
  const parts = [...(config === undefined ? [] : [config]), ...layers, ...manifests];
  const content = {
    children: new Set(manifests.map(({ digest }) => digest)),
    subject: subject?.digest,
    config: config?.digest,
    configType: config?.mediaType,
    artifactType,
    size: parts.reduce((sum, part) => sum + part.size, bytes.length),
  };
  read.set(bytes, content);
  return content;
}
