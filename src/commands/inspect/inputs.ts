import { cacheInput } from '../shared/cache/input.js';
import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, grouped, list, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `inspect`. */
export const inspectInputs = {
  image: list({
    help: 'Set one or more images, by tag or digest: `app:1.0` (in `namespace`), `acme/app@sha256:…`, `registry.example.com/acme/app:1.0`. A name alone means the tag `latest`.',
    placeholder: 'IMAGE,…',
  }),
  platform: text({
    help: 'Show only this platform: `linux/arm64`. Fails if the image does not provide it.',
    placeholder: 'OS/ARCH',
    fallbackHelp: 'all platforms',
  }),
  signatures: boolean({
    help: 'List the signatures, attestations and other referrers of the digest, without verifying them. Reads at most 100, each with two requests; on Docker Hub each counts as a pull. GitHub’s attestation store is not read.',
    fallback: 'false',
  }),
  ...registryInputs({ names: ['image'] }),
  ...grouped('Run', {
    ...cacheInput,
    ...resultsFileInput,
    timeout: duration({ help: 'Set the overall timeout.', fallback: '5m' }),
  }),
};

/** The values of those inputs. */
export type InspectInputs = ValuesOf<typeof inspectInputs>;
