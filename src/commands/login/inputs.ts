import { credentialInputs, registryInput } from '../shared/inputs/registry.js';
import { boolean, duration, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `login`. */
export const loginInputs = {
  registry: registryInput({ names: [] }),
  username: credentialInputs.username,
  password: credentialInputs.password,
  oidc: credentialInputs.oidc,
  'id-token': credentialInputs['id-token'],
  save: boolean({
    help: 'Save `username` and `password`, or the password that `oidc` gives, to the Docker config (`$DOCKER_CONFIG` or `~/.docker`), like `docker login`, unless the registry refuses them.',
    fallback: 'false',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '2m' }),
};

/** The values of those inputs. */
export type LoginInputs = ValuesOf<typeof loginInputs>;
