import type { RegistryName } from '../../../images/name.js';
import type { DriverKind } from '../../../registries/drivers/driver.js';
import type { Access } from '../../../registries/oci/repository.js';
import { connectRegistry, type Registry } from '../../../registries/registry.js';
import type { Context } from '../../command.js';
import type { CredentialInputs } from '../inputs/credentials.js';
import { registrySettings } from '../inputs/registry.js';

/**
 * A registry to delete in. Nothing is sent yet.
 * @throws Failure: unsupported for one that deletes nothing, or whose own API does not accept these credentials,
 * authentication if it needs some and has none
 */
export async function connectToDelete(
  name: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<Registry> {
  const registry = connectRegistry(name, await registrySettings(name, inputs, context));
  (await registry.driver()).requireCredentials?.();
  return registry;
}

/** The permissions that the registry's token needs: if an API of its own deletes, reading is enough. */
export function accessToDelete({ capabilities }: DriverKind, { digests }: { readonly digests: boolean }): Access {
  const { tokenDeletes = 'all' } = capabilities;
  return tokenDeletes === 'all' || (tokenDeletes === 'manifests' && digests) ? 'delete' : 'pull';
}
