import type { RegistryName } from '../images/name.js';
import { createDeleter, type Deleter } from '../registries/deleter.js';
import { createOwnApis, type OwnApis } from '../registries/own-apis.js';
import { connectRegistry, type Registry } from '../registries/registry.js';
import type { Context } from './command.js';
import { readCredentials } from './registry-inputs.js';

/** A registry with all that it takes to read and to delete there, signed in to with one set of credentials. */
export interface DeletingAccess {
  readonly name: RegistryName;
  readonly registry: Registry;
  readonly apis: OwnApis;
  readonly deleter: Deleter;
}

/** Nothing is sent yet. @throws Failure as `createDeleter` */
export async function connectToDelete(
  name: RegistryName,
  inputs: { readonly username: string | undefined; readonly password: string | undefined },
  context: Context,
): Promise<DeletingAccess> {
  const credentials = await readCredentials(name, inputs, context);
  const settings = { ...context, credentials, mask: context.log.secret, warn: context.log.warn };
  const registry = connectRegistry(name, settings);
  const apis = createOwnApis(name, settings);
  return { name, registry, apis, deleter: createDeleter(name, registry, apis) };
}
