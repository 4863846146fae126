import { cacheInput } from '../shared/cache/input.js';
import { deletingInputs } from '../shared/deletion/inputs.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { sourceInputs } from '../shared/inputs/source-inputs.js';
import { duration, grouped, list, pattern, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

const years = 366 * 86_400_000;

/** The inputs of `prune`, in the order in which people meet them. */
export const pruneInputs = {
  image: list({
    help: 'Set the repositories to prune, all in one registry: `app` (in `namespace`), `acme/app` or `registry.example.com/acme/app`.',
    placeholder: 'NAME,…',
  }),
  ...grouped('Images to delete', {
    keep: wholeNumber({
      help: 'Keep this many of the newest images in each group. Tags on the same image count once. `keep: 0` permits a plan that empties the repository.',
      placeholder: 'N',
      refusesEmpty: true,
    }),
    'older-than': duration({
      refusesEmpty: true,
      help: 'Delete only images older than this. With `keep`, both rules must apply.',
      most: 100 * years,
    }),
    'not-pulled-for': duration({
      refusesEmpty: true,
      help: 'Delete only images that were neither pulled nor pushed for this long. Docker Hub, ECR and Harbor report pulls; on other registries the step fails and deletes nothing.',
      most: 100 * years,
    }),
    'expires-label': text({
      refusesEmpty: true,
      help: 'Delete only images whose label or annotation of this name has expired: a duration such as `12h`, `3d` or `2w` after the push or creation of the image. `true` means `quay.expires-after`.',
      placeholder: 'NAME',
    }),
    'gone-refs': list({
      refusesEmpty: true,
      help: 'Delete only images of branches, tags and pull requests that no longer exist at the source. Set the templates of their tags, with `{branch}`, `{tag}`, `{ref}` (branch or tag) or `{pr}` (a number), and `{short-sha}`, `{sha}` or `*` next to them. A template with a commit alone (`sha-{short-sha}`) is for further tags of the same image. For docker/metadata-action: `{branch}, pr-{pr}, sha-{short-sha}`.',
      placeholder: 'TEMPLATE,…',
    }),
    'group-by': pattern({
      refusesEmpty: true,
      help: 'Group the tags by the capture of this regular expression: with `^(.+)-[0-9a-f]{7}$`, `keep` applies to each branch.',
    }),
    'max-delete': text({
      refusesEmpty: true,
      help: 'Refuse a plan that deletes more tags than this: a number, or a share (`25%`).',
      placeholder: 'N|N%',
    }),
  }),
  ...grouped('Images to keep', {
    include: pattern({
      refusesEmpty: true,
      help: 'Keep all images except those whose tags all match this regular expression.',
    }),
    exclude: pattern({
      refusesEmpty: true,
      help: 'Keep images with a tag that matches this regular expression. They do not count for `keep`.',
    }),
    protect: pattern({
      refusesEmpty: true,
      help: 'Keep images with a tag that matches this regular expression, as `exclude` does. Use it for tags that must never be deleted, such as releases: `^v\\d`.',
    }),
    'in-use': list({
      refusesEmpty: true,
      help: 'Keep images that are in use: tags, digests, images (`acme/app:1.2`), or files and folders that name images (Kubernetes YAML, Compose files, Dockerfiles, Helm values, or one image a line).',
      placeholder: 'IMAGE|FILE,…',
    }),
  }),
  ...grouped('Run', {
    ...deletingInputs,
    ...cacheInput,
    timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
  }),
  ...registryInputs({ names: ['image'] }),
  ...grouped('Source repository', {
    repo: list({
      help: 'Set the source repository for `gone-refs`: `name`, `owner/name` or an address. Give one for all images, or one for each image in order.',
      placeholder: 'NAME,…',
      fallbackHelp:
        'with `owner`, the repository with the name of the image; else the workflow’s repository; outside GitHub Actions, the repository of the pipeline or of the git clone',
    }),
    ...sourceInputs,
  }),
};

/** The values of those inputs. */
export type PruneInputs = ValuesOf<typeof pruneInputs>;
