import { strategies } from '../../images/version-step.js';
import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, choice, duration, file, grouped, list, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `latest`. */
export const latestInputs = {
  image: list({
    help: 'Set the images in use, by tag (`acme/app:1.2.0`, also with a digest), or files and folders that name them: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, or one image a line.',
    placeholder: 'IMAGE|FILE,…',
  }),
  strategy: choice([...strategies, 'digest'], {
    help: 'Limit the update. `patch` stays within X.Y.Z (for tags like `1.2.0-patch.3`), `bugfix` within X.Y, `minor` within X; `major` has no limit. `digest` compares the digest of the same tag.',
    fallback: 'bugfix',
    anyCase: true,
  }),
  ...selectionInputs('tags'),
  prerelease: boolean({
    help: 'Allow an update from a release to a pre-release. A pre-release can always be updated to one of the same kind.',
    fallback: 'false',
  }),
  'min-age': duration({
    help: 'Consider only tags that are at least this old. The age counts from the push if the registry reports it, else from the creation of the image.',
  }),
  platform: text({
    help: 'Consider only tags with this platform: `linux/arm64`. With `strategy: digest`, compare only this platform.',
    placeholder: 'OS/ARCH',
    fallbackHelp: 'all platforms',
  }),
  ...registryInputs({ names: ['image'], files: true }),
  ...grouped('Run', {
    'cache-dir': file({
      placeholder: 'FOLDER',
      help: 'Cache tag lists in this folder; with `strategy: digest` also digests, with `min-age` also manifests and configs. Several steps can share it.',
    }),
    'cache-ttl': duration({
      help: 'Set how long a cached tag list is used without a request. If the registry fails, a list of up to 7 days is used, and the result has `stale`.',
      fallback: '30m',
    }),
    ...resultsFileInput,
    timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
  }),
};

/** The values of those inputs. */
export type LatestInputs = ValuesOf<typeof latestInputs>;
