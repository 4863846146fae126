import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import type { CheckInputs } from '../inputs.js';
import { readKeyTexts, readSmallFile } from './files.js';

/** The signatures that are required, read and found to make sense. */
export interface SignaturePlan {
  /** In PEM. */
  readonly keys: readonly string[];
  readonly identities: readonly string[];
  /** The issuer of the identities; without identities, that of the workflow that signed the provenance. */
  readonly issuer: string | undefined;
  readonly provenance: boolean;
  readonly workflow: string | undefined;
  /** The file of a trusted root, in place of those that are known. */
  readonly trustedRoot: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Reads the inputs about signatures; undefined where none is required.
 * @throws Failure (usage) for incomplete requirements, and for files that cannot be used
 */
export async function planSignatures(inputs: CheckInputs): Promise<SignaturePlan | undefined> {
  const { 'signature-key': key, 'signature-identity': identities, 'signature-issuer': issuer, provenance } = inputs;
  const { 'provenance-workflow': workflow, 'trusted-root': root } = inputs;
  if (identities.length > 0 && issuer === undefined) {
    throw usageFailure(
      `${inputName('signature-identity')} is given, and ${inputName('signature-issuer')} is not`,
      `An identity needs the issuer that vouches for it: ${inputValue('signature-issuer', 'https://token.actions.githubusercontent.com')} for GitHub Actions.`,
    );
  }
  if (issuer !== undefined && identities.length === 0 && !provenance) {
    throw usageFailure(
      `${inputName('signature-issuer')} is given, and neither ${inputName('signature-identity')} nor ${inputName('provenance')}`,
      'Give the identity that must sign.',
    );
  }
  if (workflow !== undefined && !provenance) {
    throw usageFailure(
      `${inputName('provenance-workflow')} is given, and ${inputName('provenance')} is not`,
      `Give ${inputValue('provenance', 'true')} too.`,
    );
  }
  const isRequired = key !== undefined || identities.length > 0 || provenance;
  if (root !== undefined && !isRequired) {
    throw usageFailure(
      `${inputName('trusted-root')} is given, and no signature is required`,
      `Give ${inputName('signature-key')}, ${inputName('signature-identity')} or ${inputName('provenance')}.`,
    );
  }
  if (!isRequired) return undefined;
  return {
    keys: key === undefined ? [] : await readKeyTexts(key),
    identities,
    issuer,
    provenance,
    workflow,
    trustedRoot: root === undefined ? undefined : await readRoot(root),
  };
}

async function readRoot(path: string): Promise<SignaturePlan['trustedRoot']> {
  return { path, text: (await readSmallFile(path, inputName('trusted-root'))).toString('utf8') };
}
