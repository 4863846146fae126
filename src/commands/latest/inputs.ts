import { strategies } from '../../images/version-step.js';
import { boolean, choice, duration, file, list, text, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';
import { resultsFileInput } from '../results-file.js';
import { selectionInputs } from '../selection.js';

/** The inputs of `latest`. */
export const latestInputs = {
  image: list({
    help: 'The images that are in use, by tag (`acme/app:1.2.0`, also with a digest behind), or files and folders that name them: Dockerfiles, Compose, Kubernetes YAML, Helm values, kustomizations, lists.',
    placeholder: 'IMAGE|FILE,…',
  }),
  strategy: choice([...strategies, 'digest'], {
    help: 'How far to go: `patch` stays at X.Y.Z, `bugfix` at X.Y, `minor` at X, `major` takes all; `digest` asks whether the same tag has moved.',
    fallback: 'bugfix',
    anyCase: true,
  }),
  ...selectionInputs('tags'),
  prerelease: boolean({
    help: 'Allow an update from a release to a pre-release. A pre-release is always updated to its own kind.',
    fallback: 'false',
  }),
  'min-age': duration({
    help: 'Only tags that are at least so old: since they were pushed (Docker Hub), elsewhere since the image was created.',
  }),
  platform: text({
    help: 'Only tags that have this platform, `linux/arm64`; with `strategy: digest` only this platform counts.',
    placeholder: 'OS/ARCH',
  }),
  ...registryInputs({ names: ['image'], files: true }),
  'cache-dir': file({
    placeholder: 'FOLDER',
    help: 'A folder to keep tag lists in, and, for `strategy: digest`, the digests that were seen. One step may read what another has kept.',
  }),
  'cache-ttl': duration({
    help: 'How long a kept list counts as fresh. When the registry fails, it serves up to 7 days, and the result says so.',
    fallback: '30m',
  }),
  ...resultsFileInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
};

/** The values of those inputs. */
export type LatestInputs = ValuesOf<typeof latestInputs>;
