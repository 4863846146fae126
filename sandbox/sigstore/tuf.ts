import { createKeyPair, type KeyPair, sha256, signBytes } from './keys.js';
import { canonicalJson } from './rekor.js';

/** A repository of The Update Framework with one file: what is at which path. */
export interface TufRepository {
  /** The root metadata that a client begins with. */
  readonly root: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface TufOptions {
  /** Until when all metadata but the first root is valid. */
  readonly expires?: Date;
  /** The second root by keys that the first one does not have. */
  readonly stolen?: boolean;
}

const CENTURY = new Date('2070-01-01T00:00:00Z');
const roles = ['root', 'timestamp', 'snapshot', 'targets'] as const;

/** The first root has been replaced by a second one with other keys, signed by both. */
export function createTufRepository(
  name: string,
  content: Buffer,
  { expires = CENTURY, stolen = false }: TufOptions = {},
): TufRepository {
  const [first, second] = [createKeyPair('Ed25519'), createKeyPair('Ed25519')];
  const signed = (type: string, signers: readonly KeyPair[], until: Date, more: object, version = 1) => {
    const body = {
      _type: type,
      spec_version: '1.0.31',
      version,
      expires: `${until.toISOString().slice(0, 19)}Z`,
      ...more,
    };
    const bytes = Buffer.from(canonicalJson(body));
    const signatures = signers.map((keys) => ({ keyid: keyId(keys), sig: signBytes(keys, bytes).toString('hex') }));
    return Buffer.from(JSON.stringify({ signed: body, signatures }));
  };
  const root = (version: number, keys: KeyPair, signers: readonly KeyPair[], until: Date) =>
    signed(
      'root',
      signers,
      until,
      {
        consistent_snapshot: true,
        keys: { [keyId(keys)]: keyOf(keys) },
        roles: Object.fromEntries(roles.map((role) => [role, { keyids: [keyId(keys)], threshold: 1 }])),
      },
      version,
    );
  const hash = sha256(content).toString('hex');
  const target = { length: content.length, hashes: { sha256: hash } };
  return {
    root: root(1, first, [first], CENTURY),
    files: new Map([
      ['/2.root.json', root(2, second, stolen ? [second] : [first, second], expires)],
      ['/timestamp.json', signed('timestamp', [second], expires, { meta: { 'snapshot.json': { version: 1 } } })],
      ['/1.snapshot.json', signed('snapshot', [second], expires, { meta: { 'targets.json': { version: 1 } } })],
      ['/1.targets.json', signed('targets', [second], expires, { targets: { [name]: target } })],
      [`/targets/${hash}.${name}`, content],
    ]),
  };
}

const keyOf = ({ spki }: KeyPair) => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: spki.subarray(-32).toString('hex') },
});

const keyId = (keys: KeyPair): string => sha256(Buffer.from(canonicalJson(keyOf(keys)))).toString('hex');
