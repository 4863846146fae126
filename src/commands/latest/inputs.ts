import { strategies } from '../../images/version-step.js';
import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, choice, duration, file, list, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `latest`. */
export const latestInputs = {
  image: list({
    help: 'Set the images in use, by tag (`acme/app:1.2.0`, optionally with a digest), or files and folders that name them: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, lists.',
    placeholder: 'IMAGE|FILE,…',
  }),
  strategy: choice([...strategies, 'digest'], {
    help: 'Limit the update: `patch` stays within X.Y.Z, `bugfix` within X.Y, `minor` within X, and `major` has no limit. `digest` compares the digest of the same tag.',
    fallback: 'bugfix',
    anyCase: true,
  }),
  ...selectionInputs('tags'),
  prerelease: boolean({
    help: 'Allow an update from a release to a pre-release. A pre-release is always updated to its own kind.',
    fallback: 'false',
  }),
  'min-age': duration({
    help: 'Take only tags that are at least this old: since the push, where the registry reports it, else since the creation of the image.',
  }),
  platform: text({
    help: 'Take only tags with this platform: `linux/arm64`. With `strategy: digest`, compare only this platform.',
    placeholder: 'OS/ARCH',
  }),
  ...registryInputs({ names: ['image'], files: true }),
  'cache-dir': file({
    placeholder: 'FOLDER',
    help: 'Keep tag lists, for `strategy: digest` digests, and for `min-age` manifests and configs in this folder. Several steps can share it.',
  }),
  'cache-ttl': duration({
    help: 'Set how long a kept tag list is fresh. If the registry fails, a list of up to 7 days is used, and the result reports that.',
    fallback: '30m',
  }),
  ...resultsFileInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
};

/** The values of those inputs. */
export type LatestInputs = ValuesOf<typeof latestInputs>;
