import { sourceKinds } from '../../sources/index.js';
import { boolean, choice, duration, lines, list, secret, text, type ValuesOf, wholeNumber } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';
import { resultsFileInput } from '../results-file.js';

/** How a commit becomes a tag where no input says it. */
export const usualTag = '{short-sha}';

/** The inputs of `check`, in the order in which people meet them. */
export const checkInputs = {
  image: list({
    help: 'The images: repositories, whose tag is made from the commit (`acme/app`); images with a tag or a digest, which are checked as they are (`nginx:1.27`); files and folders that name images (`k8s/`, `compose.yaml`, `Dockerfile`).',
    placeholder: 'IMAGE|FILE,…',
    fallbackHelp: 'the image of each `repo`, `registry/namespace/repo`',
  }),
  repo: list({
    help: 'The source repository, or several: `name`, `owner/name` or its address. Images with a tag or a digest need none.',
    placeholder: 'NAME,…',
    fallbackHelp: 'the workflow’s own repository; elsewhere that of the pipeline or of the git clone, with its commit',
  }),
  ref: text({
    help: 'A branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`) or a commit SHA, full or short.',
    placeholder: 'REF',
    fallbackHelp: 'the workflow’s commit (on pull requests the head’s), in its own repository',
  }),
  source: choice(
    sourceKinds.map(({ name }) => name),
    {
      help: 'The kind of host that knows the commit.',
      fallbackHelp: 'that of the pipeline or the git clone where `repo` comes from there, else `github`',
    },
  ),
  owner: text({
    help: 'The workspace, organization, project or group that the source repository is in.',
    placeholder: 'NAME',
    fallbackHelp: 'the workflow’s owner',
  }),
  'source-url': text({
    help: 'The address of a self-hosted server, or, for `source: git`, the URL of the remote (https, ssh, http, file).',
    placeholder: 'URL',
    fallbackHelp: 'the public service; for `github` the workflow’s own server',
  }),
  'source-username': text({
    help: 'The user that goes with source-token, where one is needed: for a Bitbucket API token the e-mail of the Atlassian account.',
    placeholder: 'NAME',
  }),
  'source-token': secret({
    help: 'A token that may read the source repository.',
    fallbackHelp: 'for `github`, the workflow’s own token',
  }),
  ...registryInputs({ names: ['image'], files: true }),
  tag: text({
    help: 'How the commit becomes a tag: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}` and text between.',
    placeholder: 'TEMPLATE',
    fallback: usualTag,
  }),
  platforms: list({
    help: 'Platforms that the image must have to be ready: `linux/amd64, linux/arm64`.',
    placeholder: 'OS/ARCH,…',
  }),
  complete: boolean({
    help: 'Require that every manifest, config and layer of the image exists in the registry: of the `platforms`, or of everything that the index lists. Each layer takes one HEAD; on Docker Hub each manifest counts as a pull.',
    fallback: 'false',
  }),
  'verify-revision': boolean({
    help: 'Require that the image’s label (or annotation) `org.opencontainers.image.revision` is the commit.',
    fallback: 'false',
  }),
  wait: duration({ help: 'Wait this long for the image to become ready.', fallback: '0s' }),
  'fail-if-not-ready': boolean({
    help: 'Fail the step if an image is not ready. Outputs are set in either case.',
    fallback: 'true',
  }),
  'build-workflow': text({
    help: 'Builds a missing image by dispatching this workflow of GitHub Actions: its file name or number.',
    placeholder: 'FILE',
  }),
  'build-repository': text({
    help: 'The GitHub repository, `owner/name`, that has the workflow.',
    placeholder: 'NAME',
    fallbackHelp: 'the workflow’s own repository',
  }),
  'build-ref': text({
    help: 'The branch or tag to dispatch the workflow at.',
    placeholder: 'REF',
    fallbackHelp: 'the ref itself when the build repository is the source repository, else the default branch',
  }),
  'build-inputs': lines({
    help: 'The inputs of the workflow, or the variables of a custom pipeline: a JSON object, or lines of `key=value`, with `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (a text that no other build has) filled in.',
    placeholder: 'KEY=VALUE',
  }),
  'build-token': secret({
    help: 'A token that may start and cancel the build: `actions: write` at GitHub, `pipeline:write` at Bitbucket.',
    fallbackHelp: '`source-token` when it is for the same host; for GitHub else the workflow’s own token',
  }),
  'build-pipeline': text({
    help: 'Builds a missing image by Bitbucket Pipelines, for that commit: `default`, or the name of a custom pipeline. One that runs already for the commit is joined.',
    placeholder: 'NAME',
  }),
  'build-command': text({
    help: 'Builds a missing image by this program with its arguments. Quotes count, there is no shell; the placeholders of build-inputs are filled in.',
    placeholder: 'COMMAND',
  }),
  'build-timeout': duration({ help: 'Set the timeout of a build.', fallback: '30m' }),
  'prune-keep': wholeNumber({
    help: 'Prunes the repository of an image that is ready to so many images, the newest; the one just checked always stays. A journal is kept, as by `prune`.',
    placeholder: 'N',
    refusesEmpty: true,
  }),
  ...resultsFileInput,
  timeout: duration({
    help: 'Set the overall timeout.',
    fallbackHelp: '2 minutes more than `wait` and, with a build, `build-timeout`; with `prune-keep` 30 minutes more',
  }),
};

/** The values of those inputs. */
export type CheckInputs = ValuesOf<typeof checkInputs>;
