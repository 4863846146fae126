import { cacheInput } from '../shared/cache/input.js';
import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, list, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `inspect`. */
export const inspectInputs = {
  image: list({
    help: 'Set one or more images, by tag or digest: `app:1.0` (in `namespace`), `acme/app@sha256:…`, `registry.example.com/acme/app:1.0`. The default tag is `latest`.',
    placeholder: 'IMAGE,…',
  }),
  ...registryInputs({ names: ['image'] }),
  platform: text({
    help: 'Show only this platform: `linux/arm64`. An image without it is an error.',
    placeholder: 'OS/ARCH',
  }),
  signatures: boolean({
    help: 'List the signatures, attestations and other referrers of the digest, without verifying them. At most 100 are read, each by two requests; on Docker Hub each counts as a pull. GitHub’s attestation store is not read.',
    fallback: 'false',
  }),
  ...cacheInput,
  ...resultsFileInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '5m' }),
};

/** The values of those inputs. */
export type InspectInputs = ValuesOf<typeof inspectInputs>;
