import type { RegistryName } from '../images/name.js';
import { createDeleter, type Deleter } from '../registries/deleter.js';
import { createOwnApis, type OwnApis } from '../registries/own-apis.js';
import { connectRegistry, type Registry } from '../registries/registry.js';
import type { Context } from './command.js';
import type { CredentialInputs } from './credentials.js';
import { registrySettings } from './registry-inputs.js';

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
  inputs: CredentialInputs,
  context: Context,
): Promise<DeletingAccess> {
  const settings = await registrySettings(name, inputs, context);
  const registry = connectRegistry(name, settings);
  const apis = createOwnApis(name, settings);
  return { name, registry, apis, deleter: createDeleter(name, registry, apis) };
}
