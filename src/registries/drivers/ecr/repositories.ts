import { brokenList } from '../../../http/paginate.js';
import type { RepositoryName } from '../../../images/name.js';
import { isObject, textsOf } from '../../../lib/json.js';
import type { EcrApi } from './api.js';
import { type EcrRepository, readRepository } from './objects.js';

/**
 * The repository of this name; undefined: the registry has none, and of public ones the account of these credentials.
 * The public API names repositories without their alias, in the account of the caller: the same name there may be
 * another repository.
 */
export async function findRepository(api: EcrApi, { path }: RepositoryName): Promise<EcrRepository | undefined> {
  const { account } = api.service;
  const [alias = '', ...rest] = path.split('/');
  const name = account === undefined ? rest.join('/') : path;
  if (name === '') return undefined;
  const input = { ...(account === undefined ? {} : { registryId: account }), repositoryNames: [name] };
  const answer = await api.call('DescribeRepositories', input, 'RepositoryNotFoundException');
  if (answer === undefined) return undefined;
  const [repository] = Array.isArray(answer.repositories) ? answer.repositories.map(readRepository) : [];
  if (repository?.name !== name) {
    throw brokenList(`DescribeRepositories at ${api.service.api.host}`, `its answer has no repository ${name}`);
  }
  if (account !== undefined || pathIn(repository.uri) === path) return repository;
  return (await ownAliases(api)).includes(alias) ? repository : undefined;
}

/** The path of a repository in its address, `123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app`. */
export function pathIn(uri: string): string {
  return uri.slice(uri.indexOf('/') + 1);
}

/** The names that a public registry has besides the one in the addresses of its repositories. */
async function ownAliases(api: EcrApi): Promise<readonly string[]> {
  const answer = await api.call('DescribeRegistries', {});
  const registries = Array.isArray(answer?.registries) ? answer.registries : [];
  const aliases = registries.flatMap((one) => (isObject(one) && Array.isArray(one.aliases) ? one.aliases : []));
  return textsOf(aliases.map((one) => (isObject(one) ? one.name : undefined)));
}
