import type { RunningRegistry } from '../../registries/index.js';
import { createTokenBook, type TokenBook } from '../../tokens.js';
import { type AwsIdentities, MAIN_ACCOUNT } from '../aws/identities.js';
import { OTHER_ACCOUNT } from '../ecr/places.js';
import { createEcrAccounts, type EcrAccounts } from '../ecr/state.js';

/** The public registries of two accounts. Repositories are named `alias/name` and can be pulled anonymously. */
export interface EcrPublic extends EcrAccounts {
  /** Alias → account; an account can have several. */
  readonly aliases: Map<string, string>;
  readonly tokens: TokenBook;
  /** Lifetime of the tokens of public.ecr.aws in seconds; one hour. */
  lifetime: number;
}

export function createEcrPublicState(registry: RunningRegistry, identities: AwsIdentities): EcrPublic {
  return Object.assign(createEcrAccounts(registry, identities), {
    aliases: new Map([
      ['acme', MAIN_ACCOUNT],
      ['other', OTHER_ACCOUNT],
    ]),
    tokens: createTokenBook(),
    lifetime: 3600,
  });
}

/** The aliases of an account, the one that its addresses have first. */
export function aliasesOf({ aliases }: EcrPublic, account: string): readonly string[] {
  return [...aliases].flatMap(([alias, owner]) => (owner === account ? [alias] : []));
}

/** `alias/name` of a repository that the API knows by account and name. */
export function fullName(ecr: EcrPublic, account: string, name: string): string | undefined {
  return aliasesOf(ecr, account)
    .map((alias) => `${alias}/${name}`)
    .find((full) => ecr.repositories.has(full));
}
