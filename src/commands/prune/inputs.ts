import { cacheInput } from '../shared/cache/input.js';
import { deletingInputs } from '../shared/deletion/inputs.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { sourceInputs } from '../shared/inputs/source-inputs.js';
import { duration, list, pattern, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

const years = 366 * 86_400_000;

/** The inputs of `prune`, in the order in which people meet them. */
export const pruneInputs = {
  image: list({
    help: 'Set the repositories to prune, all in one registry: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`.',
    placeholder: 'NAME,…',
  }),
  keep: wholeNumber({
    help: 'Keep this many of the newest images in each group. Tags on the same image count once. `0` allows a plan that empties the repository.',
    placeholder: 'N',
    refusesEmpty: true,
  }),
  'older-than': duration({
    refusesEmpty: true,
    help: 'Delete only images older than this. With `keep`, an image is deleted only if both rules apply.',
    most: 100 * years,
  }),
  'not-pulled-for': duration({
    refusesEmpty: true,
    help: 'Delete only images that were not pulled for this long, and not pushed either. Docker Hub, ECR and Harbor report pulls; in other registries nothing is deleted, and the step fails.',
    most: 100 * years,
  }),
  'expires-label': text({
    refusesEmpty: true,
    help: 'Delete only images that have expired by their label or annotation of this name: a time like `12h`, `3d` or `2w`, which counts from the push or creation of the image. `true` means `quay.expires-after`.',
    placeholder: 'NAME',
  }),
  'gone-refs': list({
    refusesEmpty: true,
    help: 'Delete only images whose tags name a branch, tag or open pull request that no longer exists at the source. Set how tags name them: templates with `{branch}`, `{tag}`, `{ref}` (either) or `{pr}` (a number), and `{short-sha}`, `{sha}` or `*` beside them. A template of a commit alone (`sha-{short-sha}`) is for tags that are on the same image. Tags of docker/metadata-action: `{branch}, pr-{pr}, sha-{short-sha}`.',
    placeholder: 'TEMPLATE,…',
  }),
  include: pattern({
    refusesEmpty: true,
    help: 'Consider only images whose tags all match this regular expression. All others are kept.',
  }),
  exclude: pattern({
    refusesEmpty: true,
    help: 'Keep images with a tag matching this regular expression. They do not count for `keep`.',
  }),
  protect: pattern({
    refusesEmpty: true,
    help: 'Keep images with a tag matching this regular expression, as `exclude` does. Use it for tags that must never be deleted, such as releases: `^v\\d`.',
  }),
  'in-use': list({
    refusesEmpty: true,
    help: 'Keep images that are in use: tags, digests, images (`acme/app:1.2`), or files and folders with Kubernetes YAML, Compose files, Dockerfiles, Helm values or one image a line.',
    placeholder: 'IMAGE|FILE,…',
  }),
  'group-by': pattern({
    refusesEmpty: true,
    help: 'Divide the tags into groups by the capture of this regular expression: with `^(.+)-[0-9a-f]{7}$`, `keep` applies to each branch.',
  }),
  'max-delete': text({
    refusesEmpty: true,
    help: 'Refuse a plan that deletes more tags than this, a number or a share (`25%`).',
    placeholder: 'N|N%',
  }),
  repo: list({
    help: 'Set the source repository for `gone-refs`: `name`, `owner/name` or an address; one for all images, or one for each image in order.',
    placeholder: 'NAME,…',
    fallbackHelp:
      'with `owner`, the repository of the same name as the image; else the workflow’s own repository; elsewhere that of the pipeline or the git clone',
  }),
  ...sourceInputs,
  ...deletingInputs,
  ...registryInputs({ names: ['image'] }),
  ...cacheInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
};

/** The values of those inputs. */
export type PruneInputs = ValuesOf<typeof pruneInputs>;
