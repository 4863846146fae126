import { credentialInputs, registryInput } from '../shared/inputs/registry.js';
import { boolean, duration, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `login`. */
export const loginInputs = {
  registry: {
    ...registryInput({ names: [] }),
    help: 'Set the registry: `host` or `host:port`. A loopback host, or `http://` in front of the host, selects plain HTTP.',
    fallbackHelp: '`docker.io`',
  },
  username: credentialInputs.username,
  password: credentialInputs.password,
  oidc: credentialInputs.oidc,
  'id-token': credentialInputs['id-token'],
  save: boolean({
    help: 'Save the credentials to the Docker config (`$DOCKER_CONFIG` or `~/.docker`), as `docker login` does, unless the registry refuses them. With `oidc`, the password that it returns is saved.',
    fallback: 'false',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '2m' }),
};

/** The values of those inputs. */
export type LoginInputs = ValuesOf<typeof loginInputs>;
