import { boolean, duration, type ValuesOf } from '../inputs.js';
import { credentialInputs, registryInput } from '../registry-inputs.js';

/** The inputs of `login`. */
export const loginInputs = {
  registry: registryInput({ names: [] }),
  username: credentialInputs.username,
  password: credentialInputs.password,
  save: boolean({
    help: 'Whether username and password are kept in the Docker config (`$DOCKER_CONFIG` or `~/.docker`), as `docker login` does it, unless the registry refuses them.',
    fallback: 'false',
  }),
  timeout: duration({ help: 'The time for all of it.', fallback: '2m' }),
};

/** The values of those inputs. */
export type LoginInputs = ValuesOf<typeof loginInputs>;
