import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { sourceInputs } from '../shared/inputs/source-inputs.js';
import {
  boolean,
  duration,
  file,
  lines,
  list,
  secret,
  text,
  type ValuesOf,
  wholeNumber,
} from '../shared/inputs/types.js';

/** How a commit becomes a tag where no input says it. */
export const usualTag = '{short-sha}';

/** The inputs of `check`, in the order in which people meet them. */
export const checkInputs = {
  image: list({
    help: 'Set the images to check: repositories (`acme/app`), which get the tag of the commit; images with a tag or digest (`nginx:1.27`); files and folders that name images (`k8s/`, `compose.yaml`, `Dockerfile`).',
    placeholder: 'IMAGE|FILE,…',
    fallbackHelp: 'the image of each `repo`, `registry/namespace/repo`',
  }),
  repo: list({
    help: 'Set one or more source repositories: `name`, `owner/name` or an address. Images with a tag or digest need no source repository.',
    placeholder: 'NAME,…',
    fallbackHelp: 'the workflow’s own repository; elsewhere the repository and commit of the pipeline or the git clone',
  }),
  ref: text({
    help: 'Set the commit: a branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`), or a full or short SHA.',
    placeholder: 'REF',
    fallbackHelp: 'the workflow’s commit, for its own repository; on pull requests the head commit',
  }),
  ...sourceInputs,
  ...registryInputs({ names: ['image'], files: true }),
  tag: text({
    help: 'Set the template of the tag: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}` and text between them.',
    placeholder: 'TEMPLATE',
    fallback: usualTag,
  }),
  platforms: list({
    help: 'Require these platforms: `linux/amd64, linux/arm64`. An image without one of them is not ready.',
    placeholder: 'OS/ARCH,…',
  }),
  complete: boolean({
    help: 'Require that every manifest, config and layer of the image exists in the registry: of the `platforms`, or of everything that the index lists. Each layer takes one HEAD; on Docker Hub each manifest counts as a pull.',
    fallback: 'false',
  }),
  'verify-revision': boolean({
    help: 'Require the label or annotation `org.opencontainers.image.revision` of the image to be the commit.',
    fallback: 'false',
  }),
  'min-age': duration({
    help: 'Require the image to be at least this old: since the push, where the registry reports it, else since the creation of the image. The reason reports the date and when the image will be ready; `wait` waits for that.',
  }),
  'signature-key': lines({
    help: 'Require a signature by this public key, or by one of several: PEM text, or files of it, separated by commas. Signatures of `cosign sign --key` and `cosign attest --key`, in the old and in the new format.',
    placeholder: 'FILE|PEM',
  }),
  'signature-identity': list({
    help: 'Require a keyless signature by this identity, or by one of several: `https://github.com/acme/app/.github/workflows/*`, an e-mail address. `*` stands for any characters. `signature-issuer` is required too.',
    placeholder: 'IDENTITY,…',
  }),
  'signature-issuer': text({
    help: 'Set the issuer (OIDC) that vouches for `signature-identity`: `https://token.actions.githubusercontent.com` for GitHub Actions, `https://accounts.google.com`. With `provenance` alone, the issuer of the build’s identity, where it is not the one of the source repository’s host.',
    placeholder: 'URL',
  }),
  provenance: boolean({
    help: 'Require signed provenance (SLSA) that names the source repository and the commit: of `repo` and `ref`. It may be in the registry, or in GitHub’s attestation store (`attestations: read`).',
    fallback: 'false',
  }),
  'provenance-workflow': text({
    help: 'Require that this workflow signed the provenance: `.github/workflows/release.yml`, `acme/workflows/.github/workflows/build.yml@refs/tags/v1`. `*` stands for any characters.',
    placeholder: 'FILE',
  }),
  'trusted-root': file({
    help: 'Trust the Sigstore instance that this file describes (`trusted_root.json`) in place of the public-good instance and of GitHub’s.',
  }),
  wait: duration({ help: 'Wait this long for the image to become ready.', fallback: '0s' }),
  'fail-if-not-ready': boolean({
    help: 'Fail the step if an image is not ready. Outputs are set in either case.',
    fallback: 'true',
  }),
  'build-workflow': text({
    help: 'Build a missing image by dispatching this GitHub Actions workflow, by file name or number.',
    placeholder: 'FILE',
  }),
  'build-repository': text({
    help: 'Set the GitHub repository of the workflow: `owner/name`.',
    placeholder: 'NAME',
    fallbackHelp: 'the workflow’s own repository',
  }),
  'build-ref': text({
    help: 'Set the branch or tag to dispatch the workflow on.',
    placeholder: 'REF',
    fallbackHelp: 'the checked ref if the build repository is the source repository, else the default branch',
  }),
  'build-inputs': lines({
    help: 'Set the inputs of the workflow or the variables of a custom pipeline: a JSON object, or lines of `key=value`. The placeholders `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (unique to the build) are filled in.',
    placeholder: 'KEY=VALUE',
  }),
  'build-token': secret({
    help: 'Set a token that may start and cancel the build: `actions: write` on GitHub, `pipeline:write` on Bitbucket.',
    fallbackHelp: '`source-token` if it is for the same host; on GitHub otherwise the workflow’s own token',
  }),
  'build-pipeline': text({
    help: 'Build a missing image with Bitbucket Pipelines: `default`, or the name of a custom pipeline. A running pipeline for the same commit is joined.',
    placeholder: 'NAME',
  }),
  'build-command': text({
    help: 'Build a missing image with this program and its arguments. Quotes are read, but no shell runs. The placeholders of `build-inputs` are filled in.',
    placeholder: 'COMMAND',
  }),
  'build-timeout': duration({ help: 'Set the timeout of a build.', fallback: '30m' }),
  'prune-keep': wholeNumber({
    help: 'After a successful check, keep only this many of the newest images in the repository. The checked image is always kept. A journal is written, as `prune` does.',
    placeholder: 'N',
    refusesEmpty: true,
  }),
  ...resultsFileInput,
  timeout: duration({
    help: 'Set the overall timeout.',
    fallbackHelp: '`wait` (and `build-timeout` for a build) plus 2 minutes; plus 30 minutes with `prune-keep`',
  }),
};

/** The values of those inputs. */
export type CheckInputs = ValuesOf<typeof checkInputs>;
