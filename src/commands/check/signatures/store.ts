import type { AttestationStore } from '../../../github/attestations.js';
import { evidenceLimit } from '../../../registries/signatures/layers.js';
import type { Context } from '../../command.js';
import type { SourcePlan } from '../../shared/inputs/source.js';
import type { Origin } from '../targets.js';
import type { SignaturePlan } from './plan.js';

const publicApi = 'https://api.github.com';
const actionsIssuer = 'https://token.actions.githubusercontent.com';

/**
 * The attestation store that the image’s attestations may be in: that of its source repository on GitHub; where no
 * source is known, that of the workflow whose signature is required.
 * @returns undefined if no such repository exists
 */
export function storeOf(
  { identities, issuer }: SignaturePlan,
  source: SourcePlan | undefined,
  origin: Origin | undefined,
  { http, workflow }: Pick<Context, 'http' | 'workflow'>,
): AttestationStore | undefined {
  const shared = { http, limit: evidenceLimit };
  if (source !== undefined && origin !== undefined) {
    const { kind, url, token } = source;
    if (kind.name !== 'github' || !origin.repository.includes('/')) return undefined;
    return { ...shared, base: url?.href ?? publicApi, token, repository: origin.repository };
  }
  if (issuer !== actionsIssuer) return undefined;
  const [repository] = identities.flatMap((identity) => repositoryIn(identity) ?? []);
  if (repository === undefined) return undefined;
  const token = workflow?.apiUrl === publicApi ? workflow.token : undefined;
  return { ...shared, base: publicApi, token, repository };
}

/** `acme/app` of `https://github.com/acme/app/.github/workflows/release.yml@*`. */
function repositoryIn(identity: string): string | undefined {
  return /^https:\/\/github\.com\/([A-Za-z0-9-]+\/[A-Za-z0-9._-]+)\//.exec(identity)?.[1];
}
