import { readAttestations } from '../../../github/attestations.js';
import { digestOf } from '../../../images/digest.js';
import type { ImageName } from '../../../images/name.js';
import { asFailure, Failure } from '../../../lib/errors.js';
import { inputValue } from '../../../lib/input-names.js';
import type { Evidence, Subject } from '../../../verification/evidence.js';
import { embeddedRoots, parseKeys, parseTrustedRoots, verify } from '../../../verification/index.js';
import { type Policy, type Requirement, requirementsOf } from '../../../verification/policy.js';
import type { Match, Rejection } from '../../../verification/verdict.js';
import type { Context } from '../../command.js';
import type { SourcePlan } from '../../shared/inputs/source.js';
import { type FoundEvidence, findEvidence } from '../../shared/signatures/find.js';
import type { CheckedRepository } from '../look.js';
import type { Origin } from '../targets.js';
import type { SignaturePlan } from './plan.js';
import { pageOf } from './repository.js';
import type { SignatureVerdict, VerifyDigest } from './requirements.js';
import { storeOf } from './store.js';
import { reasonOf } from './words.js';

/** An image whose signatures are required, and the commit that it is to be built from. */
export interface SignedImage {
  readonly image: ImageName;
  readonly origin: Origin | undefined;
  readonly commit: string | undefined;
}

/** The results for one digest, for the next look: a signature that did not match will not match later. */
interface Memory {
  /** Digests of manifests and bundles that have been judged. */
  readonly known: Set<string>;
  readonly matches: Match[];
  readonly rejections: Rejection[];
}

/**
 * Reads keys and roots, once for all images.
 * @returns what verifies the digests of an image
 * @throws Failure (usage) for keys and roots that cannot be used
 */
export function createVerification(
  plan: SignaturePlan,
  source: SourcePlan | undefined,
  context: Context,
): (signed: SignedImage, repository: CheckedRepository) => VerifyDigest {
  const { trustedRoot } = plan;
  const keys = plan.keys.flatMap(parseKeys);
  const identities = plan.identities.map((identity) => ({ identity, issuer: plan.issuer ?? '' }));
  const roots =
    trustedRoot === undefined
      ? embeddedRoots()
      : parseTrustedRoots(trustedRoot.text, inputValue('trusted-root', trustedRoot.path));

  function policyFor({ origin, commit }: SignedImage): Policy {
    if (!plan.provenance) return { keys, identities };
    if (source === undefined || origin === undefined || commit === undefined)
      throw new Error('provenance without a commit');
    const { workflow, issuer } = plan;
    const ofBuild = identities.length === 0 ? issuer : undefined;
    return { keys, identities, provenance: { repository: pageOf(source, origin), commit, workflow, issuer: ofBuild } };
  }

  return (signed, repository) => {
    const policy = policyFor(signed);
    const store = storeOf(plan, source, signed.origin, context);
    const memories = new Map<string, Memory>();

    return async (digest) => {
      const memory = memories.get(digest) ?? { known: new Set(), matches: [], rejections: [] };
      memories.set(digest, memory);
      const subject = subjectOf(digest, repository);
      const unread: Failure[] = [];
      const judge = async (found: FoundEvidence) => {
        unread.push(...found.unread);
        unread.push(...(await judgeEvidence(subject, found, memory)));
      };
      const missing = () => missingOf(policy, memory.matches);

      for await (const found of findEvidence(repository, signed.image, digest, memory.known)) {
        await judge(found);
        if (missing().length === 0) return verified(memory);
      }
      // Nobody signs with a key of their own there.
      if (store !== undefined && missing().some((requirement) => requirement !== 'key')) {
        const { bundles, unread } = await readAttestations(store, digest);
        const place = `attestations of ${store.repository} on GitHub`;
        const fresh = bundles.flatMap((bytes): FoundEvidence[] => {
          const carriers = [digestOf(bytes)];
          if (carriers.some((one) => memory.known.has(one))) return [];
          return [{ evidence: [{ kind: 'bundle', bytes, place }], unread: [], others: [], carriers }];
        });
        await judge({ evidence: [], unread, others: [], carriers: [] });
        for (const one of fresh) await judge(one);
        if (missing().length === 0) return verified(memory);
      }
      const [fault] = unread;
      if (fault !== undefined) throw passing(fault);
      // A digest that does not exist has no signatures either, which shows nothing about the image.
      if (memory.rejections.length === 0 && (await repository.head(digest)) === undefined) throw digestNotFound(digest);
      return { verified: false, reason: reasonOf(missing(), memory.rejections, policy) };
    };

    async function judgeEvidence(
      subject: Subject,
      { evidence, carriers }: FoundEvidence,
      memory: Memory,
    ): Promise<readonly Failure[]> {
      const faults: Failure[] = [];
      for (const one of evidence) faults.push(...(await judgeOne(subject, one, memory)));
      if (faults.length === 0) for (const carrier of carriers) memory.known.add(carrier);
      return faults;
    }

    /** One by one: a failure of one shows nothing about the others. */
    async function judgeOne(subject: Subject, evidence: Evidence, memory: Memory): Promise<readonly Failure[]> {
      try {
        const verdict = await verify(subject, [evidence], policy, roots, missingOf(policy, memory.matches));
        memory.matches.push(...verdict.matches);
        memory.rejections.push(...verdict.rejections);
        return [];
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        return [asFailure(thrown)];
      }
    }
  };
}

function subjectOf(digest: string, repository: CheckedRepository): Subject {
  return {
    digest,
    async manifest() {
      const manifest = await repository.manifest(digest);
      if (manifest !== undefined) return manifest.bytes;
      throw digestNotFound(digest);
    },
  };
}

function digestNotFound(digest: string): Failure {
  return new Failure('server', {
    operation: `the manifest ${digest}`,
    reason: 'the registry reported its digest, but returns 404 for it',
    advice: 'Run the check again: the image may have been deleted meanwhile.',
  });
}

/** While there is time another signature may come: an invalid one does not end the waiting. */
function passing({ kind, operation, reason, advice, status, pages, cause }: Failure): Failure {
  return new Failure(kind, { operation, reason, advice, status, pages, cause });
}

function missingOf(policy: Policy, matches: readonly Match[]): readonly Requirement[] {
  return requirementsOf(policy).filter((one) => !matches.some(({ requirement }) => requirement === one));
}

function verified({ matches }: Memory): SignatureVerdict {
  return { verified: true, signers: matches.map(({ requirement, signer }) => ({ requirement, ...signer })) };
}
