import { createKeyPair, type KeyPair, sha256, signBytes } from './keys.js';
import { proveInclusion } from './merkle.js';

/** `TransparencyLogEntry` of the protobuf specifications, as JSON. */
export interface LogEntry {
  readonly logIndex: string;
  readonly logId: { readonly keyId: string };
  readonly kindVersion: { readonly kind: string; readonly version: string };
  readonly integratedTime?: string;
  readonly inclusionPromise?: { readonly signedEntryTimestamp: string };
  readonly inclusionProof?: object;
  readonly canonicalizedBody: string;
}

export interface LogBody {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: object;
}

/** A transparency log: v1 signs a promise with the time, v2 has the proof alone. */
export interface Rekor {
  readonly version: 1 | 2;
  readonly url: string;
  readonly keys: KeyPair;
  readonly keyId: Buffer;
  append(body: LogBody, at: Date): LogEntry;
}

export function createRekor(version: 1 | 2, host: string): Rekor {
  const keys = createKeyPair(version === 1 ? 'P-256' : 'Ed25519');
  const keyId = version === 1 ? sha256(keys.spki) : noteKeyId(host, keys);
  // Entries of other people are in front and behind, so that a proof has hashes on both sides.
  const others = ['one', 'two', 'three'].map((word) => Buffer.from(word));
  const leaves: Buffer[] = [...others];
  return {
    version,
    url: `https://${host}`,
    keys,
    keyId,
    append({ apiVersion, kind, spec }, at) {
      const body = Buffer.from(canonicalJson({ apiVersion, kind, spec }));
      const index = leaves.push(body) - 1;
      const proof = proveInclusion([...leaves, ...others], index);
      const note = `${host}${version === 1 ? ' - 2605736670972794746' : ''}\n${proof.size}\n${proof.root.toString('base64')}\n`;
      const signature = Buffer.concat([keyId.subarray(0, 4), signBytes(keys, Buffer.from(note))]).toString('base64');
      const seconds = Math.floor(at.getTime() / 1000);
      return {
        logIndex: String(index),
        logId: { keyId: keyId.toString('base64') },
        kindVersion: { kind, version: apiVersion },
        ...(version === 1 && {
          integratedTime: String(seconds),
          inclusionPromise: {
            signedEntryTimestamp: signBytes(
              keys,
              Buffer.from(
                canonicalJson({
                  body: body.toString('base64'),
                  integratedTime: seconds,
                  logID: keyId.toString('hex'),
                  logIndex: index,
                }),
              ),
            ).toString('base64'),
          },
        }),
        inclusionProof: {
          logIndex: String(index),
          rootHash: proof.root.toString('base64'),
          treeSize: String(proof.size),
          hashes: proof.hashes.map((hash) => hash.toString('base64')),
          checkpoint: { envelope: `${note}\n— ${host} ${signature}\n` },
        },
        canonicalizedBody: body.toString('base64'),
      };
    },
  };
}

/** The key's name in a signed note, for Ed25519: hash of the name, a line feed, the algorithm and the raw key. */
function noteKeyId(host: string, { spki }: KeyPair): Buffer {
  return sha256(Buffer.from(`${host}\n`), Buffer.from([1]), spki.subarray(-32));
}

/** RFC 8785, for what needs no number but integers. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}
