import { Failure } from '../../lib/errors.js';
import { referrersTag } from '../oci/fallback-index.js';
import type { Descriptor, Manifest } from '../oci/manifest.js';
import type { Repository } from '../oci/repository.js';

/** The requests to a repository that find the signatures in it. */
export type SignatureReader = Pick<Repository, 'manifest' | 'referrersByApi' | 'blob'>;

/** A manifest that may carry signatures. */
export interface Carrier {
  readonly manifest: Manifest;
  /** The tag that it was found at; undefined of a referrer. */
  readonly tag?: string;
}

/**
 * Some of the carriers of a subject, and what could not be read: without that, it is unknown whether there are others.
 */
export interface CarrierPage {
  readonly carriers: readonly Carrier[];
  readonly unread: readonly Failure[];
}

/** Referrers of one subject that are read, at most: each takes two requests or more, and on Docker Hub a pull. */
export const mostReferrers = 100;
const atOnce = 8;

/**
 * The manifests that may have signatures of this subject, from the three places where clients put them: the referrers
 * API, the index at the tag `sha256-<hex>`, cosign's tags. Read page by page, so that a caller that has enough stops.
 * Each referrer is opened: its type in lists may be wrong (sigstore/cosign#4641). One that names another
 * subject is left out.
 * @throws Failure where one of the places does not answer
 */
export async function* readCarriers(repository: SignatureReader, subject: string): AsyncGenerator<CarrierPage> {
  const doubts: Failure[] = [];
  const listed = (await repository.referrersByApi(subject, (doubt) => doubts.push(doubt))) ?? [];
  yield* readReferrers(repository, subject, listed);
  // Where the API lists nothing the index is the usual place, else an unusual one: it comes after cosign’s tags.
  if (listed.length === 0) yield* readReferrers(repository, subject, await listedAtTag(repository, subject));
  yield { carriers: await readTags(repository, subject), unread: doubts };
  if (listed.length > 0) {
    const known = new Set(listed.map(({ digest }) => digest));
    const others = (await listedAtTag(repository, subject)).filter(({ digest }) => !known.has(digest));
    yield* readReferrers(repository, subject, others);
  }
}

async function listedAtTag(repository: SignatureReader, subject: string): Promise<readonly Descriptor[]> {
  const index = await repository.manifest(referrersTag(subject));
  return index?.content.kind === 'index' ? index.content.manifests : [];
}

async function* readReferrers(
  repository: SignatureReader,
  subject: string,
  listed: readonly Descriptor[],
): AsyncGenerator<CarrierPage> {
  const looked = [...listed].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, mostReferrers);
  for (let at = 0; at < looked.length; at += atOnce) {
    const read = await Promise.all(
      looked.slice(at, at + atOnce).map((one) => readReferrer(repository, subject, one.digest)),
    );
    yield { carriers: read.flatMap(({ carriers }) => carriers), unread: read.flatMap(({ unread }) => unread) };
  }
  if (looked.length < listed.length) yield { carriers: [], unread: [tooMany(subject, listed.length)] };
}

/** Reports of scans and parts lists come last: they are many. This decides the order and nothing else. */
function rankOf({ annotations }: Descriptor): number {
  return /sbom|spdx|cyclonedx|vuln|vex|scan/i.test(annotations?.['dev.sigstore.bundle.predicateType'] ?? '') ? 1 : 0;
}

/** One that cannot be read does not keep others from being read. One that does not exist (any more) carries nothing. */
async function readReferrer(repository: SignatureReader, subject: string, digest: string): Promise<CarrierPage> {
  try {
    const manifest = await repository.manifest(digest);
    const isOther = manifest?.subject !== undefined && manifest.subject !== subject;
    return { carriers: manifest === undefined || isOther ? [] : [{ manifest }], unread: [] };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { carriers: [], unread: [thrown] };
  }
}

/** The tags of cosign 1 and 2: `sha256-<hex>.sig` and `.att`. */
async function readTags(repository: SignatureReader, subject: string): Promise<readonly Carrier[]> {
  const tags = ['sig', 'att'].map((suffix) => `${referrersTag(subject)}.${suffix}`);
  const read = await Promise.all(tags.map((tag) => repository.manifest(tag)));
  return read.flatMap((manifest, at) => {
    const tag = tags[at];
    return manifest === undefined || tag === undefined ? [] : [{ manifest, tag }];
  });
}

function tooMany(subject: string, count: number): Failure {
  return new Failure('server', {
    operation: `the referrers of ${subject}`,
    reason: `there are ${count}, and ${mostReferrers} of them were read`,
    permanent: true,
    advice: 'The signature may be among the others: remove unneeded referrers.',
  });
}
